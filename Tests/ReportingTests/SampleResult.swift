import Findings
import Foundation
import Geography
import Routing

@testable import Impact

/// A small run: two homes that gain and lose, one out of reach, two sites, one office.
enum SampleResult {
  static func make(name: String = "Sample", siteName: String = "Site A") throws -> RunResult {
    let commute = commute(minutes: 60)
    let best = self.commute(minutes: 32.5)
    return RunResult(
      version: "0.0.0",
      scenario: .init(
        file: "sample.yaml", name: name, description: "A sample.", date: "2026-03-10",
        arrivalWindow: "08:00-09:30", departureWindow: "16:30-18:30", demand: "Three homes.",
        parameters: [
          .init(name: "policy.participation", value: "0.5", unit: "share", source: "assumption")
        ]),
      feeds: [feed(isModel: true)],
      notes: [
        Finding("walking_basis", .warning, file: "sample.yaml", message: "walks: straight lines")
      ],
      totals: totals,
      origins: [
        origin("a", people: 1200.5, at: (50.9, 4.3), commute, best, .gains),
        origin("b", people: 300, at: (50.8, 4.5), commute, self.commute(minutes: 70), .loses),
        origin("c", people: 10, at: (50.7, 4.1), unreachable, nil, .nothingReachable),
      ],
      sites: [
        site("s1", siteName, status: "existing", hours: 1100.4),
        site("s2", "Site B", status: "in preparation", hours: 20),
      ],
      municipalities: [
        municipality("a", people: 1200.5, central: commute, best: best),
        municipality("b", people: 300, central: commute, best: self.commute(minutes: 70)),
        municipality("c", people: 10, central: unreachable, best: unreachable),
      ],
      offices: [.init(id: "o", name: "Office", share: 1, coordinate: place(50.845, 4.357))],
      savings: [
        .init(fromMinutes: -10, toMinutes: -5, people: 300),
        .init(fromMinutes: 25, toMinutes: 30, people: 1200.5),
      ],
      itineraries: [try itinerary()],
      boundaries: [
        .init(id: "region", polygons: [square(50.85, 4.36, 0.05)]),
        .init(id: "a", polygons: [square(50.9, 4.3, 0.03)]),
        .init(id: "b", polygons: [square(50.8, 4.5, 0.03)]),
        .init(id: "c", polygons: [square(50.7, 4.1, 0.03)]),
      ])
  }

  /// The same run with three modes: the car is fastest for both homes that reach the office.
  static func withModes() throws -> RunResult {
    var result = try make()
    func mode(_ name: String, _ minutes: Double, fastest: Double, station: String? = nil)
      -> RunResult.ModeResult
    {
      var modeTotals = totals
      modeTotals.centralSecondsOneWay = minutes * 60
      return .init(
        mode: name, totals: modeTotals, peopleFastestToOffice: fastest, pairs: 8,
        pairsOnStraightLine: 3,
        origins: result.origins.map {
          .init(
            id: $0.id, office: $0.office,
            centralSecondsOneWay: $0.central.oneWay == nil ? nil : minutes * 60,
            centralStation: station, bestSite: $0.bestSite, bestSecondsOneWay: $0.best?.oneWay,
            bestStation: nil, usesStraightLine: $0.id == "b")
        })
    }
    result.modes = [
      mode("transit", 60, fastest: 0), mode("car", 42, fastest: 1500.5),
      mode("park-and-ride", 51, fastest: 0, station: "Halle"),
    ]
    return result
  }

  /// The same run with nothing in its lists.
  static func empty() throws -> RunResult {
    var result = try make()
    result.feeds = []
    result.notes = []
    result.origins = []
    result.sites = []
    result.municipalities = []
    result.offices = []
    result.savings = []
    result.itineraries = []
    result.boundaries = []
    result.scenario.parameters = []
    return result
  }

  static func feed(isModel: Bool) -> RunResult.FeedUse {
    .init(
      name: "feed-1", source: "feed.zip", operators: ["Operator"],
      firstServiceDate: "2026-03-01", lastServiceDate: "2026-04-01", isModel: isModel)
  }

  static let unreachable = RunResult.Commute(
    morning: .init(p10: nil, p50: nil, p90: nil), evening: .init(p10: nil, p50: nil, p90: nil),
    oneWay: nil)

  static func commute(minutes: Double) -> RunResult.Commute {
    let range = RunResult.Percentile(
      p10: (minutes - 5) * 60, p50: minutes * 60, p90: (minutes + 8) * 60)
    return .init(morning: range, evening: range, oneWay: minutes * 60)
  }

  static func place(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitude: latitude, longitude: longitude)
  }

  private static func square(
    _ latitude: Double, _ longitude: Double, _ half: Double
  ) -> [[Coordinate]] {
    [
      [
        place(latitude - half, longitude - half), place(latitude - half, longitude + half),
        place(latitude + half, longitude + half), place(latitude + half, longitude - half),
      ]
    ]
  }

  private static var totals: RunResult.Totals {
    .init(
      people: 1510.5,
      peopleByOutcome: ["gains": 1200.5, "loses": 300, "nothingReachable": 10],
      hoursSavedPerDay: 1100.4, hoursSavedPerYear: 48_417.6, hoursLostPerDay: 100,
      peopleSavingOver15Minutes: 1200.5, peopleSavingOver30Minutes: 0, centralSecondsOneWay: 3600,
      bestSecondsOneWay: 2400, savedSecondsOneWay: 1650)
  }

  private static func origin(
    _ id: String, people: Double, at coordinate: (Double, Double), _ central: RunResult.Commute,
    _ best: RunResult.Commute?, _ outcome: RunResult.Outcome
  ) -> RunResult.OriginResult {
    var saved: Double?
    if let central = central.oneWay, let best = best?.oneWay { saved = central - best }
    return .init(
      id: id, name: "Home \(id)", municipality: id, municipalityName: "Place \(id)",
      coordinate: place(coordinate.0, coordinate.1), people: people, office: "o",
      central: central, bestSite: best == nil ? nil : "s1", best: best,
      savedSecondsOneWay: saved, outcome: outcome)
  }

  private static func site(
    _ id: String, _ name: String, status: String, hours: Double
  ) -> RunResult.SiteResult {
    .init(
      id: id, name: name, operatorName: "Runner", status: status, zone: "second ring",
      municipality: "Place", coordinate: place(50.84 + hours / 50_000, 4.4),
      coordinatePrecisionMeters: 200, peopleChoosing: 1200.5, hoursSavedPerDay: hours,
      hoursSavedPerYear: hours * 44, peopleGainingAlone: 1300, hoursSavedPerDayAlone: hours,
      hoursSavedPerYearAlone: hours * 44, peopleWithin15: 0, peopleWithin30: 10,
      peopleWithin45: 1200.5, commute: unreachable)
  }

  private static func municipality(
    _ id: String, people: Double, central: RunResult.Commute, best: RunResult.Commute
  ) -> RunResult.MunicipalityResult {
    .init(
      nis: id, name: "Place \(id)", people: people, peopleGaining: people, peopleLosing: 0,
      peopleNotCompared: 0, central: central, best: best, savedSecondsOneWay: nil,
      hoursSavedPerDay: 0, hoursSavedPerYear: 0, topSite: "s1")
  }

  private static func itinerary() throws -> RunResult.ExampleItinerary {
    let json = """
      {"departureSeconds": 25500, "arrivalSeconds": 28561, "rideCount": 1, "legs": [
        {"mode": "walk", "from": "Home a", "to": "Station", "departureSeconds": 25500,
         "arrivalSeconds": 25800},
        {"mode": "ride", "from": "Station", "to": "Office", "departureSeconds": 25860,
         "arrivalSeconds": 28561, "line": "IC 20", "headsign": "Tongeren", "tripID": "trip-77",
         "operatorName": "Operator"}]}
      """
    return .init(
      title: "Home a – Office", direction: "morning",
      itinerary: try JSONDecoder().decode(Itinerary.self, from: Data(json.utf8)))
  }
}
