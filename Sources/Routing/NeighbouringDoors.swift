import Geography
import TransitRouting

/// Doors in the order of a curve that fills the plane, so that those next to each other in it are
/// neighbours: their journeys take the same vehicles, and one search for several costs little more
/// than one for one.
struct NeighbouringDoors {
  private let network: DoorToDoorNetwork
  private let isForward: Bool

  init(_ network: DoorToDoorNetwork, isForward: Bool) {
    (self.network, self.isForward) = (network, isForward)
  }

  /// The positions of doors in sets of at most so many, all of nearly one size and, where there
  /// are doors enough, as many for each thread.
  func sets(of doors: [Door], limit: Int, threads: Int) -> [[Int]] {
    let order = order(of: doors)
    let threads = min(max(1, threads), max(1, order.count))
    let rounds = (order.count + limit * threads - 1) / (limit * threads)
    let count = min(order.count, rounds * threads)
    return (0..<count).map { set in
      Array(order[set * order.count / count..<(set + 1) * order.count / count])
    }
  }

  /// The positions of doors.
  func order(of doors: [Door]) -> [Int] {
    doors.indices.map { (code: code(doors[$0]), position: $0) }.sorted { $0 < $1 }
      .map(\.position)
  }

  /// Of its nearest stop; doors without a stop come last.
  private func code(_ door: Door) -> UInt64 {
    let walks = isForward ? door.access : door.egress
    let nearest = walks.min { ($0.seconds, $0.stop) < ($1.seconds, $1.stop) }
    return nearest.map { network.timetable.stops[$0.stop.position].coordinate.curvePosition }
      ?? .max
  }
}
