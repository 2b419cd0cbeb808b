import Geography
import StreetRouting
import TransitRouting

/// Walks between stops that a network added to the transfers of the feeds.
public struct WalkCount: Sendable, Equatable {
  /// Pairs of stops with a walk of their own.
  public var walks = 0
  /// Those that are the straight line, the fallback where no street is.
  public var onStraightLine = 0
  /// Whether every other pair is joined along streets, however far.
  public var isUnlimitedAlongStreets = false
}

/// Two stops, one after the other.
struct StopPair: Hashable, Sendable {
  var from: StopIndex
  var to: StopIndex
}

/// Adds walks between stops to the transfers of the feeds: what a feed says of two stops, a
/// prohibition too, wins over a walk. Parts of a split stop are stops like others: a rule for some
/// trips wins for these, and others walk.
///
/// Along streets walks are a graph that scans follow as far as anybody gains by it. The straight line
/// has a limit, and every pair of served stops within it gets a walk. Only one walk lies between two
/// vehicles, so the table needs no closure. Inside a station one walks through it, which streets know
/// nothing of: there the straight line stays where it is shorter.
struct WalkTransfers {
  let table: TransferTable
  let graph: WalkGraph?
  let count: WalkCount
  /// The pairs that the feeds state.
  let stated: Set<StopPair>

  init(_ timetable: Timetable, by walking: any TravelModel, _ options: TransitOptions) {
    let stated = Set(timetable.transfers.stated.map { StopPair(from: $0.from, to: $0.to) })
    self.stated = stated
    var pairs = PairWalks(timetable, stated, limitSeconds: options.maximumTransferWalkSeconds)
    if let streets = walking as? StreetTravel {
      let apart = KeptApart(timetable, walking: streets)
      pairs.addStations(walking.fallback)
      pairs.addStreetless(streets)
      pairs.addGroups(apart, streets)
      graph = StopWalkGraph(timetable, along: streets, keptApart: apart.pairs).graph
      pairs.count.isUnlimitedAlongStreets = true
    } else {
      pairs.addAll(walking)
      graph = nil
    }
    count = pairs.count
    table = TransferTable(
      stopCount: timetable.stops.count, pairs.walks + timetable.transfers.stated)
  }
}

/// Walks between pairs of stops.
private struct PairWalks {
  private let timetable: Timetable
  private let stated: Set<StopPair>
  private let limitSeconds: Int
  private let isAlightable: [Bool]
  private let isBoardable: [Bool]
  private var seconds: [StopPair: TravelTime] = [:]
  var count = WalkCount()

  init(_ timetable: Timetable, _ stated: Set<StopPair>, limitSeconds: Int) {
    self.timetable = timetable
    self.stated = stated
    self.limitSeconds = limitSeconds
    let service = timetable.service()
    isAlightable = service.alightable
    isBoardable = service.boardable
  }

  var walks: [Transfer] {
    seconds.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
      .map { Transfer(from: $0.key.from, to: $0.key.to, seconds: $0.value.seconds) }
  }

  private mutating func add(_ from: Int, _ to: Int, _ time: TravelTime) {
    let pair = StopPair(from: StopIndex(from), to: StopIndex(to))
    guard from != to, isAlightable[from], isBoardable[to], !stated.contains(pair) else { return }
    if let known = seconds[pair] {
      guard time.seconds < known.seconds else { return }
      count.walks -= 1
      if known.isStraightLine { count.onStraightLine -= 1 }
    }
    seconds[pair] = time
    count.walks += 1
    if time.isStraightLine { count.onStraightLine += 1 }
  }

  private func place(_ stop: Int) -> Coordinate { timetable.stops[stop].coordinate }

  /// Between all stops, in a station on the straight line too.
  mutating func addAll(_ walking: any TravelModel) {
    let targets = timetable.stops.indices.filter { isBoardable[$0] }
    addAll(from: timetable.stops.indices.map { $0 }, to: targets, walking)
    addStations(walking.fallback)
  }

  private mutating func addAll(from: [Int], to targets: [Int], _ walking: any TravelModel) {
    let places = walking.places(targets.map(place))
    for from in from where isAlightable[from] && place(from).isValid {
      for reached in places.reached(from: place(from), limitSeconds: limitSeconds) {
        add(from, targets[reached.position], reached.time)
      }
    }
  }

  mutating func addStations(_ line: StraightLineTravel) {
    let served = timetable.stops.indices.filter { isAlightable[$0] || isBoardable[$0] }
    let stations = Dictionary(grouping: served) { timetable.station(of: StopIndex($0)) }
    for members in stations.values where members.count > 1 {
      for from in members {
        for to in members {
          let time = line.time(from: place(from), to: place(to), limitSeconds: limitSeconds)
          if let time { add(from, to, time) }
        }
      }
    }
  }

  /// Straight lines from and to the stops that have no street.
  mutating func addStreetless(_ travel: StreetTravel) {
    let all = timetable.stops.indices.filter { isAlightable[$0] || isBoardable[$0] }
    let streetless = all.filter { travel.network.position(at: place($0)) == nil }
    addAll(from: streetless, to: all, travel.fallback)
    addAll(from: all, to: streetless, travel.fallback)
  }

  /// Between stops of a group of which the feeds say nothing; the graph of walks keeps them apart.
  mutating func addGroups(_ apart: KeptApart, _ travel: StreetTravel) {
    let groups = StopWalkGraph.groups(timetable.stops.count, apart.pairs)
    let members = Dictionary(grouping: groups.indices.filter { groups[$0] > 0 }) { groups[$0] }
    for members in members.values where members.count > 1 {
      let places = travel.places(members.map(place))
      for from in members where isAlightable[from] && place(from).isValid {
        for reached in places.reached(from: place(from), limitSeconds: KeptApart.limitSeconds) {
          add(from, members[reached.position], reached.time)
        }
      }
    }
  }
}

/// The pairs of stops of which the feeds say that a change takes longer than the walk, or that there
/// is none. A walk must not undo that.
struct KeptApart {
  /// Stops of one group that lie further apart than this on foot are not joined.
  static let limitSeconds = 2 * 3600

  private(set) var pairs: [StopPair] = []

  init(_ timetable: Timetable, walking: StreetTravel) {
    var statements: [StopPair: Int?] = [:]
    for transfer in timetable.transfers.stated {
      statements[StopPair(from: transfer.from, to: transfer.to)] = transfer.seconds.map { Int($0) }
    }
    for (pair, seconds) in statements {
      let limit = seconds ?? Self.limitSeconds
      if pair.from == pair.to {
        if limit > 0 { pairs.append(pair) }
        continue
      }
      let (from, to) = (
        timetable.stops[pair.from.position].coordinate,
        timetable.stops[pair.to.position].coordinate
      )
      guard let walk = walking.time(from: from, to: to, limitSeconds: limit) else { continue }
      if walk.seconds < limit || seconds == nil { pairs.append(pair) }
    }
    pairs.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }
}
