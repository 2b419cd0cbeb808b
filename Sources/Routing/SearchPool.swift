import StreetRouting
import Synchronization

/// Searches that are lent out and taken back, so that none is made twice for one thread.
final class SearchPool: Sendable {
  private let nodeCount: Int
  private let idle = Mutex<[StreetSearch]>([])

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
  }

  func with<Value>(_ body: (inout StreetSearch) -> Value) -> Value {
    var search = idle.withLock { $0.popLast() } ?? StreetSearch(nodeCount: nodeCount)
    defer { idle.withLock { $0.append(search) } }
    return body(&search)
  }
}
