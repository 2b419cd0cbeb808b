public import Findings
public import Geography
public import ImpactModel
public import Routing
public import StreetRouting
public import TransitRouting

/// A number that results depend on, with where it comes from.
public struct SourcedNumber: Sendable, Equatable {
  public var value: Double
  /// A citation, or `assumption`.
  public var source: String
  /// What it may be as well, for intervals; `nil` is not varied.
  public var range: ClosedRange<Double>?

  public init(
    _ value: Double, source: String = SourcedNumber.assumption, range: ClosedRange<Double>? = nil
  ) {
    self.value = value
    self.source = source
    self.range = range
  }

  public static let assumption = "assumption"
}

/// What a scenario file says, resolved: all files read, all people placed, nothing left to fail.
public struct Scenario: Sendable {
  public var file: String
  public var name: String
  public var description: String
  /// Path of the network database.
  public var network: String
  /// `nil` takes the first ordinary Tuesday of the feeds.
  public var date: ServiceDate?
  /// Seconds of the service day, the end excluded.
  public var arrivalWindow: Range<Int>
  public var departureWindow: Range<Int>
  public var draws = DrawRules()
  /// Changes of the base timetable, in the order in which they are applied.
  public var edits: [Edit] = []
  public var demand: Demand
  public var offices: [Office]
  public var sites: [Site]
  /// What `sites` differ in from their file.
  public var siteChanges = SiteChanges()
  /// Places for sites that are to be ranked; empty unless they were asked for.
  public var candidates: [Site] = []
  /// What is wrong with the rows of their file that are left out.
  public var skippedCandidates: [Finding] = []
  public var policy: Policy
  public var week = WeekRules.spaceDays(SourcedNumber(1))
  public var choice = ChoiceRules()
  public var access: AccessRules
  /// The modes that are compared, side by side; the tables by home and site are of the first.
  public var modes = [CommuteMode.transit]
  public var roads = RoadRules()
  public var parkAndRide = ParkAndRideRules()
  public var impact = ImpactRules()
  public var areas: [Area]
  /// Mean taxable income of a declaration in euro, by NIS code.
  public var incomes: [String: Double] = [:]
  public var parameters = ModelParameters()
  public var uncertainty = ImpactModel.DrawRules()
  /// All files that were read, or may have been: the scenario, those that it extends, and those that
  /// it names.
  public var inputFiles: [InputFile] = []

  public struct InputFile: Sendable, Equatable {
    public var path: String
    /// As the scenario writes it, variables of the environment and all: the same on every machine. Of
    /// the scenario itself the last part of its path.
    public var name: String
  }

  /// The same with nobody in a space.
  public var withoutSites: Scenario {
    var scenario = self
    (scenario.sites, scenario.siteChanges) = ([], SiteChanges())
    return scenario
  }

  public struct Office: Sendable, Equatable {
    public var id: String
    public var name: String
    public var coordinate: Coordinate
    /// Share of the people who work here; all offices together make 1.
    public var share: Double
    /// Where the weight behind the share comes from.
    public var shareSource = SourcedNumber.assumption
    /// Where its people are seen; `nil` is called as the office is.
    public var quarter: String?
  }

  /// The random timetables of trips that run at a headway and at no stated times.
  public struct DrawRules: Sendable, Equatable {
    public var count = PhaseDraws.usualCount
    public var seed = PhaseDraws.usualSeed
  }

  public struct Policy: Sendable, Equatable {
    public var siteDaysPerWeek = SourcedNumber(1)
    public var workingWeeksPerYear = SourcedNumber(44)
    /// Share of those who gain who use their best site.
    public var participation = SourcedNumber(1)
  }

  /// How doors and stops are joined.
  public struct AccessRules: Sendable, Equatable {
    public enum HomeMode: String, Sendable, CaseIterable {
      case walk, bike
      case eBike = "e-bike"

      public var streetMode: StreetMode {
        switch self {
        case .walk: .walk
        case .bike: .bike
        case .eBike: .eBike
        }
      }
    }

    /// How people get from home to the first stop and back; at work they walk.
    public var homeMode = HomeMode.walk
    public var walkSpeedKilometersPerHour = SourcedNumber(4.8, source: "project method, section 3")
    public var bikeSpeedKilometersPerHour = SourcedNumber(15, source: "project method, section 3")
    public var eBikeSpeedKilometersPerHour = SourcedNumber(20, source: "project method, section 3")
    public var detourFactor = SourcedNumber(1.3, source: "project method, section 3")
    public var maximumWalkMinutes = SourcedNumber(30)
    public var maximumTransferWalkMinutes = SourcedNumber(15)
    public var transferSlackSeconds = SourcedNumber(60, source: "project method, section 1")
    public var maximumMinutes = SourcedNumber(180)
    /// Journeys with more rides are not taken; `nil` is no limit.
    public var maximumRides: SourcedNumber?
    /// What a change must save to be taken; no part of a travel time.
    public var changePenaltyMinutes = SourcedNumber(0, source: "project method, section 2")
  }

  /// The streets and what cars meet on them.
  public struct RoadRules: Sendable {
    /// A street file; `nil` walks and cycles the straight line.
    public var streets: String?
    /// Where cars drive.
    public var carRoads = CarRoads.streetsOrPrincipal
    public var tables = RoadTables()

    public enum CarRoads: Sendable, Equatable {
      /// The scenario's streets; without any, the built-in principal road network.
      case streetsOrPrincipal
      case principal
      case file(String)
    }
  }

  /// Where cars and bicycles can be left, and how far one goes with them.
  public struct ParkAndRideRules: Sendable {
    /// `nil` takes every railway station outside the Region to have both, an assumption.
    public var facilities: [ParkingFacility]?
    public var region = TravelZones([])
    public var maximumDriveMinutes = SourcedNumber(
      Double(ParkAndRide.Rules.usualDriveSeconds / 60))
    public var maximumBikeMinutes = SourcedNumber(
      Double(ParkAndRide.Rules.usualRideSeconds / 60))
    public var maximumWalkMinutes = SourcedNumber(10)
    public var parkSeconds = SourcedNumber(120)
  }

  /// An area for tables and maps: a municipality by NIS code, or `region`.
  public struct Area: Sendable {
    public var id: String
    public var geometry: MultiPolygon
  }
}

/// How everyone is taken to commute.
public enum CommuteMode: String, Sendable, CaseIterable {
  /// Public transport; between home and the first stop as `AccessRules.homeMode` says.
  case transit
  case car
  /// By car, or by bicycle, to a station that has a place for it, and on by public transport.
  case parkAndRide = "park-and-ride"
  case bikeAndRide = "bike-and-ride"
  case walk, bike
  case eBike = "e-bike"

  public var usesTimetable: Bool {
    switch self {
    case .transit, .parkAndRide, .bikeAndRide: true
    case .car, .walk, .bike, .eBike: false
    }
  }

  public var usesCar: Bool { self == .car || self == .parkAndRide }

  /// On foot or by bicycle all the way; `nil` by car and with a timetable.
  public var streetMode: StreetMode? {
    Scenario.AccessRules.HomeMode(rawValue: rawValue)?.streetMode
  }
}

/// A workspace near home.
public struct Site: Sendable, Equatable {
  public enum Status: String, Sendable, CaseIterable {
    case existing
    case inPreparation = "in preparation"
    case candidate
  }

  public var id: String
  public var name: String
  public var operatorName: String
  public var kinds: [String]
  public var status: Status
  public var floorAreaSquareMeters: Double?
  /// Places to work on one day; `nil` where they are not known.
  public var seatsPerDay: Double?
  public var openingHours = OpeningHours.always
  public var priceEuroPerDay: Double?
  /// What opening or keeping it costs, for a choice of sites within a budget.
  public var costEuroPerYear: Double?
  public var openingYear: Int?
  public var quarter: String
  public var zone: String
  public var municipality: String
  public var coordinate: Coordinate
  public var coordinatePrecisionMeters: Double?
}

/// Who commutes, from where.
public struct Demand: Sendable {
  /// People who share a home.
  public struct Origin: Sendable, Equatable {
    public var id: String
    public var name: String
    /// NIS code of the municipality, empty where it is unknown.
    public var municipality: String
    public var municipalityName: String
    public var coordinate: Coordinate
    public var placeBasis = PlaceBasis.given
    public var people: Double
    /// The office that the data names; `nil` spreads people by the offices' shares.
    public var officeID: String?
    public var habits = Habits()
  }

  /// What the place of a home is taken from.
  public enum PlaceBasis: String, Sendable {
    case given
    /// The one place that stands for all homes of a postcode or of a municipality.
    case postcode, municipality
  }

  /// How people commute, as far as the data say; `nil` leaves it to the scenario.
  public struct Habits: Sendable, Hashable {
    public var mode: CommuteMode?
    public var hasCar: Bool?
    /// The name of a group of the scenario's week.
    public var weekGroup: String?
    /// Days a week in the office before the policy.
    public var officeDays: Double?
    /// The operator whose spaces they may use; `nil` is all of them.
    public var operatorName: String?

    public init() {}
  }

  /// One sentence: what the demand is and where it comes from.
  public var summary: String
  public var origins: [Origin]

  public var people: Double { origins.reduce(0) { $0 + $1.people } }
}
