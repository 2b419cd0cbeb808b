/// The trips that a passenger can go on aboard after the end of a trip without leaving the vehicle
/// (GTFS: `block_id`, and transfers of type 4).
///
/// Who is aboard the last hop of a trip is aboard the trips that follow it from their first call:
/// no change, no slack, no rule of transfers, no permission to board. One trip may be followed by
/// several (a train that is divided), and several by one (trains that are joined).
public struct ContinuationTable: Sendable, Equatable {
  /// `trips[starts[t]..<starts[t + 1]]` follow trip `t`, ascending. Both arrays are empty where no
  /// trip is followed, so that networks without continuations pay nothing.
  public let starts: [Int32]
  public let trips: [Int32]

  public var isEmpty: Bool { trips.isEmpty }

  /// - Parameter pairs: a pair that comes twice counts once.
  init(tripCount: Int, _ pairs: [(from: TripIndex, to: TripIndex)]) {
    guard !pairs.isEmpty else {
      (starts, trips) = ([], [])
      return
    }
    var following: [[Int32]] = Array(repeating: [], count: tripCount)
    for pair in pairs { following[pair.from.position].append(pair.to.raw) }
    var starts: [Int32] = [0]
    var trips: [Int32] = []
    for several in following {
      trips += Set(several).sorted()
      starts.append(Int32(trips.count))
    }
    self.starts = starts
    self.trips = trips
  }

  public func following(_ trip: TripIndex) -> [TripIndex] {
    range(Int(trip.raw)).map { TripIndex(raw: trips[$0]) }
  }

  /// The positions in `trips` of those that follow one.
  func range(_ trip: Int) -> Range<Int> {
    isEmpty ? 0..<0 : Int(starts[trip])..<Int(starts[trip + 1])
  }

  /// From each trip to those that it follows.
  func reversed() -> ContinuationTable {
    let tripCount = max(0, starts.count - 1)
    return ContinuationTable(
      tripCount: tripCount,
      (0..<tripCount).flatMap { from in
        range(from).map { (from: TripIndex(raw: trips[$0]), to: TripIndex(from)) }
      })
  }
}
