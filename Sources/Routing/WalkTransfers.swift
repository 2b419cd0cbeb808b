import Geography
import TransitRouting

/// Adds walks between stops to the transfers of the feeds.
enum WalkTransfers {
  /// Every pair of served stops within the limit gets a walk, unless the feed states the pair:
  /// what a feed says of its stops, a prohibition too, wins over a walk. Parts of a split stop are
  /// stops like others: a rule for some trips wins for these, and others walk.
  ///
  /// Only one walk lies between two vehicles, so the table needs no closure. Inside a station one
  /// walks through it, which streets know nothing of: there the straight line stays.
  static func added(
    to timetable: Timetable, by walking: any TravelModel, _ options: TransitOptions
  ) -> TransferTable {
    let stated = timetable.transfers.stated
    var isStated = Set<Int64>()
    for transfer in stated { isStated.insert(pair(transfer.from, transfer.to)) }
    let service = timetable.service()
    let targets = timetable.stops.indices.filter { service.boardable[$0] }
    let places = walking.places(targets.map { timetable.stops[$0].coordinate })
    let indoors = StraightLineTravel()
    func station(_ stop: Int) -> StopIndex {
      let whole = timetable.whole(StopIndex(stop))
      return timetable.stops[whole.position].parent ?? whole
    }
    var walks: [Transfer] = []
    for from in timetable.stops.indices where service.alightable[from] {
      let place = timetable.stops[from].coordinate
      guard place.isValid else { continue }
      let limit = options.maximumTransferWalkSeconds
      for reached in places.reached(from: place, limitSeconds: limit) {
        let (origin, target) = (StopIndex(from), StopIndex(targets[reached.position]))
        guard origin != target, !isStated.contains(pair(origin, target)) else { continue }
        var seconds = reached.time.seconds
        if station(from) == station(target.position) {
          let meters = place.distanceMeters(to: timetable.stops[target.position].coordinate)
          seconds = min(seconds, indoors.seconds(meters: meters))
        }
        walks.append(Transfer(from: origin, to: target, seconds: seconds))
      }
    }
    return TransferTable(stopCount: timetable.stops.count, walks + stated)
  }

  private static func pair(_ from: StopIndex, _ to: StopIndex) -> Int64 {
    Int64(from.raw) << 32 | Int64(to.raw)
  }
}
