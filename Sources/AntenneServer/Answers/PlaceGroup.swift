import Impact
import Routing

/// The people of some homes: how much they save, where they go, and how some of them travel.
struct PlaceGroup: Encodable, Sendable {
  struct SiteShare: Encodable, Sendable {
    var id: String
    var name: String
    var people: Double
  }

  var people: Double
  /// Who is compared; the others are in no bin.
  var peopleCompared: Double
  /// Minutes saved one way, in bins of five minutes.
  var savings: [RunResult.HistogramBin]
  /// Minutes one way to the office and to the best site, in bins of ten minutes.
  var central: [RunResult.HistogramBin]
  var best: [RunResult.HistogramBin]
  /// Where those who gain go, most people first.
  var sites: [SiteShare]
  /// Those with most people, at most `Limits.namedHomes`.
  var rows: [RunResult.OriginResult]
  /// How many rows there are.
  var rowCount: Int
  var itineraries: [RunResult.ExampleItinerary]

  /// - Parameter end: the name of a place that itineraries begin or end at, else those of the homes.
  init(_ origins: [RunResult.OriginResult], of result: RunResult, end: String? = nil) {
    people = origins.reduce(0) { $0 + $1.people }
    peopleCompared = origins.filter { $0.savedSecondsOneWay != nil }.reduce(0) { $0 + $1.people }
    savings = RunResult.HistogramBin.bins(origins, minutes: 5) { $0.savedSecondsOneWay }
    central = RunResult.HistogramBin.bins(origins, minutes: 10) { $0.central.oneWay }
    best = RunResult.HistogramBin.bins(origins, minutes: 10) { $0.best?.oneWay }
    sites = Self.shares(origins, result.sites)
    rows = Array(
      origins.sorted { ($1.people, $0.id, $0.office) < ($0.people, $1.id, $1.office) }
        .prefix(Limits.namedHomes))
    rowCount = origins.count
    let names = end.map { Set([$0]) } ?? Set(origins.map(\.name))
    itineraries = result.itineraries.filter { example in
      let legs = example.itinerary.legs
      return [legs.first?.from, legs.last?.to].contains { $0.map(names.contains) == true }
    }
  }

  private static func shares(
    _ origins: [RunResult.OriginResult], _ sites: [RunResult.SiteResult]
  ) -> [SiteShare] {
    var people: [String: Double] = [:]
    for origin in origins where origin.outcome == .gains {
      if let site = origin.bestSite { people[site, default: 0] += origin.people }
    }
    let names = Dictionary(sites.map { ($0.id, $0.name) }) { first, _ in first }
    return people.map { SiteShare(id: $0, name: names[$0] ?? $0, people: $1) }
      .sorted { ($1.people, $0.id) < ($0.people, $1.id) }
  }
}
