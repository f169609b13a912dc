import Networks
import Testing

/// Memory for the kernels, below and above the size from which the system gives it directly.
@Suite struct KernelMemoryTests {
    private static let counts = [0, 1, 17, 1000, 1 << 19, (1 << 19) + 5, 3 << 19]

    @Test(arguments: counts)
    func itIsZeroAndAligned(count: Int) throws {
        for _ in 0..<3 {
            // The second time round, memory that was used before.
            let memory = try KernelMemory(count: count)
            #expect(memory.count == count)
            #expect(Int(bitPattern: memory.values) % 64 == 0)
            #expect((0..<count).allSatisfy { memory.values[$0] == 0 })
            for index in 0..<count { memory.values[index] = 1 }
        }
    }

    @Test(arguments: counts, [0, 3, 1 << 19, (1 << 20) - 1])
    func whatIsKeptStaysAndTheRestCanBeWrittenAgain(count: Int, kept: Int) throws {
        let memory = try KernelMemory(count: count)
        for index in 0..<count { memory.values[index] = Float(index % 1009) }
        memory.release(keeping: kept)
        #expect((0..<min(kept, count)).allSatisfy { memory.values[$0] == Float($0 % 1009) })
        for index in 0..<count { memory.values[index] = 2 }
        #expect((0..<count).allSatisfy { memory.values[$0] == 2 })
    }
}
