import Geography
import TransitRouting

/// Walks between stops that a network added to the transfers of the feeds.
public struct WalkCount: Sendable, Equatable {
  public var walks = 0
  /// Those that are the straight line, the fallback where no street is.
  public var onStraightLine = 0
}

/// Two stops, one after the other.
struct StopPair: Hashable, Sendable {
  var from: StopIndex
  var to: StopIndex
}

/// Adds walks between stops to the transfers of the feeds.
///
/// Every pair of served stops within the limit gets a walk, unless the feed states the pair: what a
/// feed says of its stops, a prohibition too, wins over a walk. Parts of a split stop are stops like
/// others: a rule for some trips wins for these, and others walk.
///
/// Only one walk lies between two vehicles, so the table needs no closure. Inside a station one
/// walks through it, which streets know nothing of: there the straight line stays where it is shorter.
struct WalkTransfers {
  let table: TransferTable
  let count: WalkCount
  /// The pairs that the feeds state.
  let stated: Set<StopPair>

  init(_ timetable: Timetable, by walking: any TravelModel, _ options: TransitOptions) {
    let stated = Set(timetable.transfers.stated.map { StopPair(from: $0.from, to: $0.to) })
    let service = timetable.service()
    let targets = timetable.stops.indices.filter { service.boardable[$0] }
    let places = walking.places(targets.map { timetable.stops[$0].coordinate })
    let platforms = Dictionary(grouping: targets.indices) {
      timetable.station(of: StopIndex(targets[$0]))
    }
    let limit = options.maximumTransferWalkSeconds
    var walks: [Transfer] = []
    var count = WalkCount()
    for from in timetable.stops.indices where service.alightable[from] {
      let place = timetable.stops[from].coordinate
      guard place.isValid else { continue }
      var times = Dictionary(
        places.reached(from: place, limitSeconds: limit).map { ($0.position, $0.time) }
      ) { first, _ in first }
      for position in platforms[timetable.station(of: StopIndex(from))] ?? [] {
        let platform = timetable.stops[targets[position]].coordinate
        let time = walking.fallback.time(from: place, to: platform, limitSeconds: limit)
        guard let time, time.seconds < times[position]?.seconds ?? .max else { continue }
        times[position] = time
      }
      for (position, time) in times.sorted(by: { $0.key < $1.key }) {
        let pair = StopPair(from: StopIndex(from), to: StopIndex(targets[position]))
        guard pair.from != pair.to, !stated.contains(pair) else { continue }
        walks.append(Transfer(from: pair.from, to: pair.to, seconds: time.seconds))
        count.walks += 1
        if time.isStraightLine { count.onStraightLine += 1 }
      }
    }
    self.stated = stated
    self.count = count
    table = TransferTable(
      stopCount: timetable.stops.count, walks + timetable.transfers.stated)
  }
}
