import Foundation

/// A time of day, with the day if it is not today: `14:05`, `yesterday, 14:05`, `21 Nov, 14:05`.
package func clockText(_ date: Date, now: Date = .now, calendar: Calendar = .current) -> String {
    let parts = calendar.dateComponents([.month, .day, .hour, .minute], from: date)
    func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
    let time = two(parts.hour) + ":" + two(parts.minute)
    if calendar.isDate(date, inSameDayAs: now) { return time }
    if let yesterday = calendar.date(byAdding: .day, value: -1, to: now), calendar.isDate(date, inSameDayAs: yesterday)
    {
        return "yesterday, " + time
    }
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let month = ((parts.month ?? 1) - 1).clamped(to: 0...11)
    return "\(parts.day ?? 1) \(months[month]), " + time
}
