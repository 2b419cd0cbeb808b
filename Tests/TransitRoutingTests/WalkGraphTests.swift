import TestSupport
import Testing

@testable import TransitRouting

/// Walks along streets inside the scans, against a table of all pairs.
struct WalkGraphTests {
  /// The timetable with the walks of the graph as transfers between pairs of stops.
  private func closed(_ timetable: Timetable, _ graph: WalkGraph) -> Timetable {
    var transfers = timetable.transfers.stated
    for stop in 0..<graph.stopCount {
      var shortest: [Int?] = Array(repeating: nil, count: graph.starts.count - 1)
      func offer(_ node: Int, _ milliseconds: Int) {
        guard milliseconds < shortest[node] ?? Int.max else { return }
        shortest[node] = milliseconds
        if node >= graph.stopCount { walk(node, milliseconds) }
      }
      func walk(_ node: Int, _ milliseconds: Int) {
        for arc in graph.arcs[Int(graph.starts[node])..<Int(graph.starts[node + 1])] {
          offer(Int(arc.to), milliseconds + Int(arc.milliseconds))
        }
      }
      walk(stop, 0)
      for other in 0..<graph.stopCount {
        guard let milliseconds = shortest[other],
          graph.groups[stop] == 0 || graph.groups[stop] != graph.groups[other]
        else { continue }
        let stated = timetable.transfers.leaving(StopIndex(stop)).first {
          $0.to.position == other
        }
        let seconds = min((milliseconds + 999) / 1000, stated.map { Int($0.seconds) } ?? Int.max)
        transfers.append(
          Transfer(from: StopIndex(stop), to: StopIndex(other), seconds: seconds))
      }
    }
    return timetable.with(
      transfers: TransferTable(stopCount: timetable.stops.count, transfers))
  }

  @Test(
    "a scan that walks equals the naive router with a walk between every two stops",
    arguments: [SearchDirection.forward, .backward])
  func window(direction: SearchDirection) {
    var scan = WindowScan()
    var (compared, better) = (0, 0)
    for seed in 0..<300 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let slack: Int32 = seed / 6 % 2 == 0 ? 0 : 60
      let graph = RandomWalks.graph(timetable, seed: UInt64(seed))
      let network = ScanNetwork(timetable, direction, walks: graph)
      let reference = ReferenceRouter(closed(timetable, graph), slackSeconds: Int(slack))
      let first = timetable.stopEvents.map(\.departureSeconds).min() ?? 0
      let times = (0..<6).map { first + Int32($0) * 240 + (direction == .forward ? 0 : 1200) }
      let walks = [StopWalk(stop: StopIndex(seed % timetable.stops.count), seconds: seed % 3 * 30)]
      scan.run(
        network, departures: direction == .forward ? times : times.reversed().map { -$0 },
        access: walks, transferSlackSeconds: slack, maximumSeconds: 24 * 3600)
      let found = scan.arrivals(stopCount: network.stopCount)
      let plain = ScanNetwork(timetable, direction)
      scan.run(
        plain, departures: direction == .forward ? times : times.reversed().map { -$0 },
        access: walks, transferSlackSeconds: slack, maximumSeconds: 24 * 3600)
      let withoutWalks = scan.arrivals(stopCount: network.stopCount)
      if found != withoutWalks { better += 1 }
      for (index, time) in times.enumerated() {
        let expected =
          direction == .forward
          ? reference.earliestArrivals(walks, departing: Int(time))
          : reference.latestDepartures(walks, arrivingBy: Int(time))
        let actual = timetable.stops.indices.map { stop -> Int? in
          let column = direction == .forward ? index : times.count - 1 - index
          let label = found[stop * times.count + column]
          guard label != WindowScan.unreachable else { return nil }
          return direction == .forward ? Int(label) : -Int(label)
        }
        #expect(actual == expected, "seed \(seed), at \(time)")
        compared += expected.count { $0 != nil }
      }
    }
    #expect(compared > 1_000)
    #expect(better > 50)
  }

  @Test("journeys with walks are as early as the scan's", arguments: [Int32(0), 60])
  func journeys(slack: Int32) {
    var (found, walked) = (0, 0)
    for seed in 0..<150 {
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      let graph = RandomWalks.graph(timetable, seed: UInt64(seed))
      for direction in [SearchDirection.forward, .backward] {
        let search = JourneySearch(
          timetable, ScanNetwork(timetable, direction, walks: graph),
          transferSlackSeconds: Int(slack))
        let reference = ReferenceRouter(closed(timetable, graph), slackSeconds: Int(slack))
        let first = Int(timetable.stopEvents.map(\.departureSeconds).min() ?? 0)
        let time = direction == .forward ? first + 240 : first + 2400
        let fixed = StopIndex(0)
        let labels =
          direction == .forward
          ? reference.earliestArrivals([StopWalk(stop: fixed, seconds: 0)], departing: time)
          : reference.latestDepartures([StopWalk(stop: fixed, seconds: 0)], arrivingBy: time)
        for other in timetable.stops.indices.dropFirst() {
          let (here, there) = (
            [StopWalk(stop: fixed, seconds: 0)], [StopWalk(stop: StopIndex(other), seconds: 0)]
          )
          let journeys = search.journeys(
            direction == .forward
              ? JourneyEnds(access: here, egress: there)
              : JourneyEnds(access: there, egress: here), at: time, maximumRides: 30)
          let best = journeys.last.map {
            direction == .forward ? $0.arrivalSeconds : $0.departureSeconds
          }
          #expect(best == labels[other], "seed \(seed), \(direction), stop \(other)")
          found += journeys.count
          for case .walk(let from?, let to?, let start, let end) in journeys.flatMap(\.legs) {
            walked += 1
            #expect(end >= start && from != to)
          }
        }
      }
    }
    #expect(found > 300)
    #expect(walked > 30)
  }
}
