/// The name that someone probably meant, or nil if none is near: at most a third of its letters off.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    // A longer name than any id is no slip of the finger, and the table below grows with it.
    guard name.count <= 64 else { return nil }
    let wanted = Array(name.lowercased())
    return
        candidates
        .map { (name: $0, distance: editDistance(wanted, Array($0))) }
        .filter { $0.distance <= max(1, $0.name.count / 3) }
        .min { $0.distance < $1.distance }?
        .name
}

/// How many letters must be inserted, removed, replaced or swapped with their neighbour
/// (Damerau's distance in its restricted form). Cost: the product of the lengths.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                distance = min(distance, beforeLast[column - 1] + 1)
            }
            current.append(distance)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
