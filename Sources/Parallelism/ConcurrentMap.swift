import Synchronization

/// Which value comes next, and how many are ready.
private final class Counter: Sendable {
  let next = Atomic(0)
  let finished = Atomic(0)
}

/// Computes `count` values on several threads; the result does not depend on how many.
///
/// - Parameters:
///   - makeWorker: called once for each thread, for the state that it reuses.
///   - done: called after each value with how many are ready; from any thread.
public func concurrentMap<Worker, Value: Sendable>(
  count: Int, threads: Int, makeWorker: @Sendable @escaping () -> Worker,
  done: @Sendable @escaping (Int) -> Void = { _ in },
  _ body: @Sendable @escaping (inout Worker, Int) -> Value
) async -> [Value] {
  let counter = Counter()
  return await withTaskGroup(of: [(Int, Value)].self) { group in
    for _ in 0..<max(1, min(threads, count)) {
      group.addTask {
        var worker = makeWorker()
        var values: [(Int, Value)] = []
        while true {
          let index = counter.next.add(1, ordering: .relaxed).oldValue
          guard index < count else { return values }
          values.append((index, body(&worker, index)))
          done(counter.finished.add(1, ordering: .relaxed).newValue)
        }
      }
    }
    var all: [(Int, Value)] = []
    for await values in group { all += values }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
