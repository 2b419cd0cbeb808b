public import Findings
public import Geography
public import ImpactModel
public import Routing

/// Everything that a run found: what `results.json` holds and what a report is made from.
///
/// Times are seconds, counts of people may have fractions (weights), coordinates are WGS84.
public struct RunResult: Codable, Sendable {
  /// Raised when the meaning of a field changes.
  public static let currentFormat = 1

  public var format = RunResult.currentFormat
  /// The version of Antenne that made the run.
  public var version: String
  public var scenario: ScenarioSummary
  public var feeds: [FeedUse]
  /// Fallbacks, models and doubts that stand behind the numbers.
  public var notes: [Finding]
  public var totals: Totals
  /// One for each home and office, by home id, then office.
  public var origins: [OriginResult]
  /// By hours saved by those who choose the site, most first.
  public var sites: [SiteResult]
  /// By people, most first.
  public var municipalities: [MunicipalityResult]
  public var offices: [OfficeUse]
  /// Minutes saved one way, by people; bins of five minutes, negative ones are lost.
  public var savings: [HistogramBin]
  public var itineraries: [ExampleItinerary]
  /// Areas of municipalities by NIS code and the border of the Region, for maps; empty where the
  /// scenario names no file.
  public var boundaries: [Boundary]
  /// Every mode of the scenario by itself, the first one that of the tables above; `nil` in results
  /// of a version that knew only public transport.
  public var modes: [ModeResult]?
  /// What the week of the policy does; `nil` in results of a version that had no model of it.
  public var impact: Impact?
  public var uncertainty: Uncertainty?

  public struct ScenarioSummary: Codable, Sendable {
    public var file: String
    public var name: String
    public var description: String
    public var date: String
    /// `08:00-09:30`, end excluded.
    public var arrivalWindow: String
    public var departureWindow: String
    public var demand: String
    public var parameters: [Parameter]
  }

  /// A number that the result depends on.
  public struct Parameter: Codable, Sendable, Equatable {
    public var name: String
    public var value: String
    public var unit: String
    /// Where it comes from, or `assumption`.
    public var source: String
    /// What the value may be as well, written like it: the ends of draws; `nil` is not varied.
    public var low: String?
    public var high: String?
  }

  public struct FeedUse: Codable, Sendable {
    public var name: String
    public var source: String
    public var operators: [String]
    public var firstServiceDate: String?
    public var lastServiceDate: String?
    public var isModel: Bool

    public init(
      name: String, source: String, operators: [String], firstServiceDate: String?,
      lastServiceDate: String?, isModel: Bool
    ) {
      self.name = name
      self.source = source
      self.operators = operators
      self.firstServiceDate = firstServiceDate
      self.lastServiceDate = lastServiceDate
      self.isModel = isModel
    }
  }

  public struct OfficeUse: Codable, Sendable {
    public var id: String
    public var name: String
    /// Share of the people who work here, all offices together 1.
    public var share: Double
    public var coordinate: Coordinate
  }

  /// Percentiles of travel times over the minutes of a window; `nil` is unreachable at that
  /// percentile.
  ///
  /// A travel time runs from the door at home to the minute at which one must be at work, or from
  /// the minute at which one may leave work to the door at home: every wait is in it.
  public struct Percentile: Codable, Sendable, Equatable {
    public var p10: Double?
    public var p50: Double?
    public var p90: Double?
  }

  /// Both directions of a commute, in seconds.
  public struct Commute: Codable, Sendable, Equatable {
    /// To work, over the arrival window.
    public var morning: Percentile
    /// Back home, over the departure window.
    public var evening: Percentile
    /// The mean of the two medians, one way; `nil` where either is unreachable.
    public var oneWay: Double?
  }

  /// What the best site does for a group of people.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case gains, loses, unchanged
    /// The office cannot be reached within the limits, a site can.
    case onlySiteReachable
    /// The office can be reached, no site can.
    case onlyOfficeReachable
    case nothingReachable
  }

  public struct OriginResult: Codable, Sendable, Equatable {
    public var id: String
    public var name: String
    /// NIS code of the municipality, empty where it is unknown.
    public var municipality: String
    public var municipalityName: String
    public var coordinate: Coordinate
    public var people: Double
    public var office: String
    public var central: Commute
    /// The site with the shortest commute; `nil` where none is reachable.
    public var bestSite: String?
    public var best: Commute?
    /// Positive is saved; `nil` where office or site is unreachable.
    public var savedSecondsOneWay: Double?
    public var outcome: Outcome
    /// `given`, or `postcode` or `municipality`, whose one place stands for all its homes; `nil` in
    /// results of a version that did not say.
    public var placeBasis: String?
  }

  public struct SiteResult: Codable, Sendable, Equatable {
    public var id: String
    public var name: String
    public var operatorName: String
    public var status: String
    public var zone: String
    public var municipality: String
    public var coordinate: Coordinate
    public var coordinatePrecisionMeters: Double?
    /// People for whom this is the best of all sites and who gain by it.
    public var peopleChoosing: Double
    /// Saved by them in a day on which all of them work here, both ways.
    public var hoursSavedPerDay: Double
    public var hoursSavedPerYear: Double
    /// The same if this were the only site.
    public var peopleGainingAlone: Double
    public var hoursSavedPerDayAlone: Double
    public var hoursSavedPerYearAlone: Double
    /// People whose one-way commute to the site takes at most so many minutes.
    public var peopleWithin15: Double
    public var peopleWithin30: Double
    public var peopleWithin45: Double
    /// People-weighted means over those who reach the site in at least nine minutes of ten of both
    /// windows. They are others for each site: short means may be those of a site that few reach.
    public var commute: Commute
    /// How many `commute` is over; `nil` in results of a version that did not count them.
    public var peopleInCommute: Double?
  }

  public struct MunicipalityResult: Codable, Sendable {
    public var nis: String
    public var name: String
    public var people: Double
    public var peopleGaining: Double
    public var peopleLosing: Double
    /// People whose office or best site is unreachable.
    public var peopleNotCompared: Double
    /// People-weighted means over those who are compared, so both are over the same people; a
    /// percentile that is unreachable for some of them is `nil`.
    public var central: Commute
    public var best: Commute
    /// Mean over those who gain, one way.
    public var savedSecondsOneWay: Double?
    public var hoursSavedPerDay: Double
    public var hoursSavedPerYear: Double
    /// The site that most of those who gain choose.
    public var topSite: String?
  }

  public struct Totals: Codable, Sendable, Equatable {
    public var people: Double
    public var peopleByOutcome: [String: Double]
    /// Saved in a day on which all who gain work in their best site, both ways.
    public var hoursSavedPerDay: Double
    /// With the scenario's days a week, weeks a year and participation.
    public var hoursSavedPerYear: Double
    /// Lost in a day if those who lose had to go to their best site, both ways.
    public var hoursLostPerDay: Double
    /// More than so many minutes one way.
    public var peopleSavingOver15Minutes: Double
    public var peopleSavingOver30Minutes: Double
    /// Means over people who are compared, one way; also over those who would lose.
    public var centralSecondsOneWay: Double?
    public var bestSecondsOneWay: Double?
    /// Mean over people who gain, one way.
    public var savedSecondsOneWay: Double?
  }

  /// The same comparison with everyone travelling by one mode.
  public struct ModeResult: Codable, Sendable {
    /// As the scenario writes it.
    public var mode: String
    public var totals: Totals
    /// People who are sooner at the office and back by this mode than by any other of the run; of
    /// equal ones the first counts.
    public var peopleFastestToOffice: Double
    /// Pairs of home and workplace that can be travelled, and how many of them use the straight
    /// line, the fallback where no street is.
    public var pairs: Int
    public var pairsOnStraightLine: Int
    /// One for each home and office, in the order of `origins`.
    public var origins: [ModeOrigin]
  }

  public struct ModeOrigin: Codable, Sendable {
    public var id: String
    public var office: String
    /// Means of the two medians, one way; `nil` is unreachable.
    public var centralSecondsOneWay: Double?
    /// Where the car or bicycle is left on the way to the office.
    public var centralStation: String?
    public var bestSite: String?
    public var bestSecondsOneWay: Double?
    public var bestStation: String?
    public var usesStraightLine: Bool
  }

  /// From `fromMinutes`, included, to `toMinutes`, excluded; the bin from 0 also holds those for
  /// whom nothing changes.
  public struct HistogramBin: Codable, Sendable, Equatable {
    public var fromMinutes: Int
    public var toMinutes: Int
    public var people: Double
  }

  public struct ExampleItinerary: Codable, Sendable {
    public var title: String
    /// `morning` or `evening`.
    public var direction: String
    public var itinerary: Itinerary
  }

  public struct Boundary: Codable, Sendable {
    /// NIS code, or `region` for the border of the Region.
    public var id: String
    public var polygons: [[[Coordinate]]]
  }
}
