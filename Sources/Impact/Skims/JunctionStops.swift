import Findings
import Geography
import Scenarios
import TransitRouting

/// The stops of a railway junction that fills up in the peak.
struct JunctionStops: Sendable {
  /// By position; platforms and parts of a stop too.
  private let isInside: [Bool]

  /// - Throws: `unusableData` with every stop that the scenario names and the timetable does not have.
  init(_ scenario: Scenario, _ timetable: Timetable) throws(Failure) {
    guard let names = scenario.impact.junctionStops else {
      isInside = timetable.stops.map { stop in
        Scenario.ImpactRules.usualJunction.contains {
          $0.distanceMeters(to: stop.coordinate) <= Scenario.ImpactRules.usualJunctionMeters
        }
      }
      return
    }
    let finder = StopFinder(timetable, file: scenario.network)
    var (chosen, findings) = (Set<StopIndex>(), [Finding]())
    for name in names {
      let sameName = timetable.stops.indices.filter { timetable.stops[$0].name == name }
      chosen.formUnion(sameName.map { StopIndex($0) })
      guard sameName.isEmpty else { continue }
      do throws(Failure) {
        chosen.insert(try finder.get(name, place: "\(scenario.file), impact.junction_stops"))
      } catch {
        guard case .unusableData(let more) = error else { throw error }
        findings += more
      }
    }
    guard findings.isEmpty else { throw .unusableData(findings) }
    isInside = timetable.stops.indices.map { position in
      let stop = timetable.whole(StopIndex(position))
      let parent = timetable.stops[stop.position].parent
      return chosen.contains(stop) || parent.map { chosen.contains($0) } == true
    }
  }

  /// Whether a train that was boarded elsewhere calls at the junction while one is aboard.
  func isRidden(_ journey: Journey, _ timetable: Timetable) -> Bool {
    var wasBoardedOutside = false
    for case .ride(let trip, let board, let alight, let staysSeated) in journey.legs {
      let isTrain = timetable.routes[timetable.trips[trip.position].route.position].mode == .rail
      let calls = timetable.stopEvents[board...alight].map { isInside[$0.stop.position] }
      if !staysSeated { wasBoardedOutside = calls.first == false }
      if isTrain, wasBoardedOutside, calls.contains(true) { return true }
    }
    return false
  }
}
