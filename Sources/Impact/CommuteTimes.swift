import Geography
import Routing
import Scenarios
import TransitRouting

/// The commutes between every home and every workplace, both ways, as percentiles.
struct CommuteTimes: Sendable {
  static let percentiles = [10, 50, 90]

  /// Percentiles of one pair in seconds; `unreachable` where there is none.
  struct Pair: Sendable, Equatable {
    var morning = [Int32](repeating: WindowScan.unreachable, count: 3)
    var evening = [Int32](repeating: WindowScan.unreachable, count: 3)

    /// Twice the mean of the two medians: the medians' sum, exact in whole seconds.
    var bothWays: Int? {
      guard morning[1] != WindowScan.unreachable, evening[1] != WindowScan.unreachable else {
        return nil
      }
      return Int(morning[1]) + Int(evening[1])
    }
  }

  let homeCount: Int
  /// `pairs[workplace * homeCount + home]`.
  private let pairs: [Pair]

  func pair(home: Int, workplace: Int) -> Pair { pairs[workplace * homeCount + home] }

  /// One backward and one forward scan for each workplace serve all homes.
  static func computed(
    _ network: CommuteNetwork, workplaces: [Coordinate], threads: Int,
    done: @Sendable @escaping (Int, Int) -> Void
  ) async -> CommuteTimes {
    struct Worker {
      var morning: WindowTimes
      var evening: WindowTimes
    }
    let columns = await concurrentMap(
      count: workplaces.count, threads: threads,
      makeWorker: {
        Worker(
          morning: WindowTimes(network.doors, network.arrivals),
          evening: WindowTimes(network.doors, network.departures))
      }, done: { done($0, workplaces.count) }
    ) { worker, index in
      let place = workplaces[index]
      let door = network.doors.door(at: place)
      let direct = network.homes.map { network.directSeconds($0, place) }
      var column = [Pair](repeating: Pair(), count: network.homes.count)
      worker.morning.run(fixed: door, others: network.homeDoors, directSeconds: { direct[$0] }) {
        column[$0].morning = percentileSeconds(&$1)
      }
      worker.evening.run(fixed: door, others: network.homeDoors, directSeconds: { direct[$0] }) {
        column[$0].evening = percentileSeconds(&$1)
      }
      return column
    }
    return CommuteTimes(homeCount: network.homes.count, pairs: columns.flatMap { $0 })
  }

  private static func percentileSeconds(_ times: inout [Int32]) -> [Int32] {
    Percentiles.nearestRank(&times, percentiles).map {
      $0.map { Int32(clamping: $0) } ?? WindowScan.unreachable
    }
  }
}

/// A door-to-door network with the homes of a scenario at its stops.
struct CommuteNetwork: Sendable {
  let doors: DoorToDoorNetwork
  let homes: [Coordinate]
  let homeDoors: [Door]
  let homeModel: any WalkingModel
  let arrivals: TimeWindow
  let departures: TimeWindow

  init(_ scenario: Scenario, _ timetable: Timetable) {
    let rules = scenario.access
    let walking = StraightLineWalking(
      detourFactor: rules.detourFactor.value,
      speedKilometersPerHour: rules.walkSpeedKilometersPerHour.value)
    var options = TransitOptions()
    options.transferSlackSeconds = Int(rules.transferSlackSeconds.value)
    options.maximumWalkSeconds = Int(rules.maximumWalkMinutes.value * 60)
    options.maximumTransferWalkSeconds = Int(rules.maximumTransferWalkMinutes.value * 60)
    options.maximumSeconds = Int(rules.maximumMinutes.value * 60)
    doors = DoorToDoorNetwork(timetable, walking: walking, options: options)
    homes = scenario.demand.origins.map(\.coordinate)
    switch rules.homeMode {
    case .walk: homeModel = walking
    case .bike:
      homeModel = StraightLineWalking(
        detourFactor: rules.detourFactor.value,
        speedKilometersPerHour: rules.bikeSpeedKilometersPerHour.value)
    }
    homeDoors = doors.doors(at: homes, by: homeModel, limitSeconds: options.maximumWalkSeconds)
    arrivals = .arrivals(
      TimeWindow.minutes(
        from: scenario.arrivalWindow.lowerBound, to: scenario.arrivalWindow.upperBound))
    departures = .departures(
      TimeWindow.minutes(
        from: scenario.departureWindow.lowerBound, to: scenario.departureWindow.upperBound))
  }

  /// The way without any vehicle, by the means that homes are left with.
  func directSeconds(_ home: Coordinate, _ workplace: Coordinate) -> Int? {
    homeModel.seconds(
      from: home, to: workplace, limitSeconds: doors.options.maximumWalkSeconds)
  }
}
