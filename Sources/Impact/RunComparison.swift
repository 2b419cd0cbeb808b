public import Findings
import Foundation

/// What a second run has other than a first one: in the headline, home by home and site by site.
///
/// A difference is second minus first. Two runs of one scenario differ by exactly 0 everywhere.
public struct RunComparison: Codable, Sendable {
  /// The name of the stored comparison in its folder.
  public static let fileName = "comparison.json"

  /// A number of both runs; `nil` where a run has none.
  public struct Figure: Codable, Sendable, Equatable {
    public var name: String
    public var unit: String
    public var first: Double?
    public var second: Double?
    /// `nil` unless both runs have one.
    public var difference: Double?
    /// Nine of ten draws have a difference from `low` to `high`; `nil` without draws of one seed.
    public var low: Double?
    public var high: Double?

    init(_ name: String, _ unit: String, _ first: Double?, _ second: Double?) {
      self.name = name
      self.unit = unit
      self.first = first
      self.second = second
      if let first, let second { difference = second - first }
    }
  }

  /// The people of one home who work in one office, in both runs.
  public struct Origin: Codable, Sendable, Equatable {
    public var id: String
    public var name: String
    public var office: String
    public var peopleFirst: Double?
    public var peopleSecond: Double?
    /// Seconds one way, to the office and to the best site.
    public var central: Figure
    public var best: Figure
    public var saved: Figure
    public var bestSiteFirst: String?
    public var bestSiteSecond: String?
  }

  public struct SiteChange: Codable, Sendable, Equatable {
    public var id: String
    public var name: String
    public var peopleChoosing: Figure
    public var hoursSavedPerDay: Figure
  }

  /// The scenarios' names.
  public var first: String
  public var second: String
  public var totals: [Figure]
  /// Of both runs, by home id, then office; `nil` is in one run only.
  public var origins: [Origin]
  public var sites: [SiteChange]
  /// Settings that differ, and what else must be said with the differences.
  public var notes: [Finding]

  public init(_ first: RunResult, _ second: RunResult) {
    self.first = first.scenario.name
    self.second = second.scenario.name
    totals =
      Self.totals(first.totals, second.totals) + Self.effects(first, second)
    origins = Self.pairs(first.origins, second.origins) { [$0.id, $0.office] }
      .map(Self.origin)
    sites = Self.pairs(first.sites, second.sites) { [$0.id] }.map(Self.site)
    notes = Self.notes(first, second)
  }

  /// Whether the runs differ in nothing that is compared.
  public var isWithoutDifference: Bool {
    let figures =
      totals + origins.flatMap { [$0.central, $0.best, $0.saved] }
      + sites.flatMap { [$0.peopleChoosing, $0.hoursSavedPerDay] }
    return figures.allSatisfy { $0.first == $0.second }
      && origins.allSatisfy {
        $0.peopleFirst == $0.peopleSecond && $0.bestSiteFirst == $0.bestSiteSecond
      }
  }
}

extension RunComparison {
  /// The rows of both runs with the same key, by key.
  private static func pairs<Row>(
    _ first: [Row], _ second: [Row], _ key: (Row) -> [String]
  ) -> [(first: Row?, second: Row?)] {
    var pairs: [[String]: (first: Row?, second: Row?)] = [:]
    for row in first { pairs[key(row), default: (nil, nil)].first = row }
    for row in second { pairs[key(row), default: (nil, nil)].second = row }
    return pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  private static func origin(
    _ pair: (first: RunResult.OriginResult?, second: RunResult.OriginResult?)
  ) -> Origin {
    let (a, b) = pair
    return Origin(
      id: b?.id ?? a?.id ?? "", name: b?.name ?? a?.name ?? "",
      office: b?.office ?? a?.office ?? "",
      peopleFirst: a?.people, peopleSecond: b?.people,
      central: Figure("central", "seconds one way", a?.central.oneWay, b?.central.oneWay),
      best: Figure("best", "seconds one way", a?.best?.oneWay, b?.best?.oneWay),
      saved: Figure("saved", "seconds one way", a?.savedSecondsOneWay, b?.savedSecondsOneWay),
      bestSiteFirst: a?.bestSite, bestSiteSecond: b?.bestSite)
  }

  private static func site(
    _ pair: (first: RunResult.SiteResult?, second: RunResult.SiteResult?)
  ) -> SiteChange {
    let (a, b) = pair
    return SiteChange(
      id: b?.id ?? a?.id ?? "", name: b?.name ?? a?.name ?? "",
      peopleChoosing: Figure("people_choosing", "people", a?.peopleChoosing, b?.peopleChoosing),
      hoursSavedPerDay: Figure(
        "hours_saved_per_day", "hours per day", a?.hoursSavedPerDay, b?.hoursSavedPerDay))
  }

  private static func totals(_ a: RunResult.Totals, _ b: RunResult.Totals) -> [Figure] {
    func outcome(_ outcome: RunResult.Outcome, _ name: String) -> Figure {
      Figure(
        name, "people", a.peopleByOutcome[outcome.rawValue] ?? 0,
        b.peopleByOutcome[outcome.rawValue] ?? 0)
    }
    func minutes(_ name: String, _ seconds: KeyPath<RunResult.Totals, Double?>) -> Figure {
      Figure(
        name, "minutes", a[keyPath: seconds].map { $0 / 60 }, b[keyPath: seconds].map { $0 / 60 })
    }
    return [
      Figure("people", "people", a.people, b.people),
      outcome(.gains, "people_gaining"), outcome(.loses, "people_losing"),
      outcome(.unchanged, "people_unchanged"),
      outcome(.onlySiteReachable, "people_only_site_reachable"),
      outcome(.onlyOfficeReachable, "people_only_office_reachable"),
      outcome(.nothingReachable, "people_nothing_reachable"),
      Figure("hours_saved_per_day", "hours per day", a.hoursSavedPerDay, b.hoursSavedPerDay),
      Figure("hours_saved_per_year", "hours per year", a.hoursSavedPerYear, b.hoursSavedPerYear),
      Figure("hours_lost_per_day", "hours per day", a.hoursLostPerDay, b.hoursLostPerDay),
      minutes("central_one_way_minutes", \.centralSecondsOneWay),
      minutes("best_one_way_minutes", \.bestSecondsOneWay),
      minutes("saved_by_gainers_one_way_minutes", \.savedSecondsOneWay),
    ]
  }

  /// Settings that differ make a difference that no edit has made.
  private static func notes(_ a: RunResult, _ b: RunResult) -> [Finding] {
    var settings = [
      ("date", a.scenario.date, b.scenario.date),
      ("arrive", a.scenario.arrivalWindow, b.scenario.arrivalWindow),
      ("depart", a.scenario.departureWindow, b.scenario.departureWindow),
      ("demand", a.scenario.demand, b.scenario.demand),
      ("modes", mode(a), mode(b)), ("version of Antenne", a.version, b.version),
      ("feeds", feeds(a), feeds(b)),
    ]
    let (first, second) = (parameters(a), parameters(b))
    for name in Set(first.keys).union(second.keys).sorted() {
      settings.append((name, first[name] ?? "none", second[name] ?? "none"))
    }
    return settings.filter { $0.1 != $0.2 }.map { name, one, other in
      Finding(
        "different_setting", .warning, file: b.scenario.file, field: name, value: other,
        message: "the first run has \(one)")
    }
  }

  /// That of the tables; results without modes are of public transport.
  private static func mode(_ run: RunResult) -> String { run.modes?.first?.mode ?? "transit" }

  private static func feeds(_ run: RunResult) -> String {
    run.feeds.map { "\($0.name) of \($0.source)" }.joined(separator: ", ")
  }

  private static func parameters(_ run: RunResult) -> [String: String] {
    Dictionary(run.scenario.parameters.map { ($0.name, $0.value) }) { first, _ in first }
  }
}
