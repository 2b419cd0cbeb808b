import ImpactModel
import Parallelism
import Routing
import Scenarios
import TransitRouting

extension CommuteComparison {
  /// The hour of visits to clients.
  private static let visitHour = 12 * 3600..<13 * 3600

  /// Times from every workplace to every office, where the clients are, leaving between noon and one:
  /// the median by public transport or on foot; `nil` where the scenario has no such visits.
  func clientVisits(threads: Int) async -> ClientVisits? {
    let days = scenario.week.clientDays.value
    guard days > 0 else { return nil }
    let places = workplaces
    let clients = Array(places.prefix(scenario.offices.count))
    let window = TimeWindow.departures(
      TimeWindow.minutes(from: Self.visitHour.lowerBound, to: Self.visitHour.upperBound))
    let doors = network.doors
    let walks = doors.walking.places(clients)
    let clientDoors = clients.map { doors.door(at: $0) }
    let seconds = await concurrentMap(
      count: places.count, threads: threads, makeWorker: { WindowTimes(doors, window) },
      done: { _ in }
    ) { times, place in
      let direct = CommuteTimes.byPosition(
        walks.reached(from: places[place], limitSeconds: doors.options.maximumWalkSeconds))
      var medians = [Double?](repeating: nil, count: clients.count)
      times.run(
        fixed: doors.door(at: places[place]), others: clientDoors,
        directSeconds: { direct[$0]?.seconds }
      ) { client, seconds in
        medians[client] = Percentiles.nearestRank(&seconds, [50])[0].map(Double.init)
      }
      // Who works where the client is is there.
      if place < clients.count { medians[place] = 0 }
      return medians
    }
    return ClientVisits(
      seconds: seconds, shares: scenario.offices.map(\.share), daysPerWeek: days)
  }
}
