import Geography
import Routing
import Scenarios
import Surroundings

/// The claim that more than 85 % of the spaces lie less than 200 m from a high-capacity line.
enum LineFacts {
  static let limitMeters = 200.0
  static let claim = Claim(.moreThan, 85)
  static let topic = "spaces near a high-capacity line"

  static func facts(
    _ records: [SiteRecord], _ courses: LineCourses, walking: (any TravelModel)?
  ) -> (facts: [Fact], distances: [LineDistance]) {
    let distances = records.map { LineDistance($0, courses, limitMeters: limitMeters) }
    var facts = [
      fact("to a line", distances.map(\.section), courses),
      fact("to a stop of one", distances.map(\.stop), courses),
    ]
    if let walking, case .streets = walking.basis {
      facts.append(
        fact("to a stop on foot along streets", walks(records, courses, walking), courses))
    }
    return (facts, distances)
  }

  static func fact(
    _ what: String, _ distances: [LineDistance.Distance], _ courses: LineCourses
  ) -> Fact {
    let yes = distances.count { $0.verdict == .yes }
    let undecided = distances.count { $0.verdict == .undecided }
    let best = distances.count { ($0.sureMeters ?? .infinity) < limitMeters }
    func percent(_ count: Int) -> Double { 100 * Double(count) / Double(distances.count) }
    return Fact(
      topic, "less than 200 m \(what)", claim: claim,
      ours: distances.isEmpty
        ? nil
        : Estimate(lowest: percent(yes), best: percent(best), highest: percent(yes + undecided)),
      unit: "%", decimals: 1, isPart: courses.lacksLines,
      note: "\(yes) yes, \(distances.count - yes - undecided) no, \(undecided) undecided of "
        + "\(distances.count) records",
      source: CountFacts.document)
  }

  /// Metres are the seconds of the walk at its speed, so that detours and barriers count.
  private static func walks(
    _ records: [SiteRecord], _ courses: LineCourses, _ walking: any TravelModel
  ) -> [LineDistance.Distance] {
    let places = courses.stops.map { courses.network.places[$0.place].coordinate }
    let reachable = walking.places(places)
    let metersPerSecond = walking.fallback.speedKilometersPerHour / 3.6
    return records.map { record in
      let uncertainty = record.precisionMeters + courses.network.precisionMeters
      let reached = reachable.reached(from: record.site.coordinate, limitSeconds: 3600)
      return LineDistance.Distance(
        reached.map { walk in
          let stop = courses.stops[walk.position]
          return NearLine(
            meters: Double(walk.time.seconds) * metersPerSecond, uncertaintyMeters: uncertainty,
            rightOfWay: stop.rightOfWay, line: stop.line, place: stop.place)
        }, courses.network, limitMeters: limitMeters)
    }
  }
}
