public import Findings
public import PrincipalRoads
public import Routing
import Scenarios
public import Surroundings
public import TabularText

/// The figures and claims of the documents that gave rise to the project, each beside ours.
public struct SeedFacts: Sendable, Codable {
  public static let topics = [
    "the document's own sums", "counts against records", "operators against records",
    "table 1, large take-ups", LineFacts.topic, ProximityFacts.topic,
    "who works in Brussels and lives outside", MobilityFacts.topic,
  ]

  /// What the distances to lines stand on.
  public var network: String
  public var isModelNetwork: Bool
  public var facts: [Fact]
  /// By workspace, in the order of the catalogue.
  public var lineDistances: [LineDistance]
  /// Lines and sections of the line attributes that no trip of the network runs on.
  public var linesWithoutTrip: [String]
  /// Lines of the network that no row of the attributes is of.
  public var linesWithoutAttributes: [String]
  /// Sections without a shape between stops that are too far apart to be taken as a straight line.
  public var longSectionCount: Int

  /// What the facts are computed from.
  public struct Inputs: Sendable {
    public var sites: [SiteRecord]
    public var network: ServedNetwork
    public var attributes: LineAttributes
    /// Between places and stations.
    public var walking: any TravelModel
    public var roads: PrincipalRoads
    /// On the same roads.
    public var car: CarTravel
    public var workers: BrusselsWorkers
    /// Where the workers' numbers come from.
    public var workersSource: String
    public var runs = MobilityRuns()

    public init(
      sites: [SiteRecord], network: ServedNetwork, attributes: LineAttributes,
      walking: any TravelModel, roads: PrincipalRoads, car: CarTravel, workers: BrusselsWorkers,
      workersSource: String
    ) {
      self.sites = sites
      self.network = network
      self.attributes = attributes
      self.walking = walking
      self.roads = roads
      self.car = car
      self.workers = workers
      self.workersSource = workersSource
    }
  }

  public init(_ inputs: Inputs) throws(Failure) {
    let courses = LineCourses(inputs.network, inputs.attributes)
    let lines = LineFacts.facts(inputs.sites, courses, walking: inputs.walking)
    let surroundings = Surroundings(inputs.network, inputs.roads)
    let proximity = ProximityFacts(
      surroundings: surroundings, walking: inputs.walking, car: inputs.car)
    network = inputs.network.name
    isModelNetwork = inputs.network.isModel
    facts =
      CountFacts.facts(try DocumentCount.read(EmbeddedTables.counts()), inputs.sites)
      + lines.facts
      + proximity.facts(
        try DocumentProximity.read(EmbeddedTables.proximities()), inputs.sites)
      + CensusFacts.facts(inputs.workers, source: inputs.workersSource)
      + MobilityFacts.facts(inputs.runs, surroundings)
    lineDistances = lines.distances
    linesWithoutTrip = courses.unserved
    linesWithoutAttributes = courses.unlistedLines
    longSectionCount = courses.longSectionCount
  }
}

/// The tables that are compiled into the program, from `Sites/`.
public enum EmbeddedTables {
  public static func spaces() throws(Failure) -> Table {
    try table("spaces.csv", PackageResources.spaces_csv)
  }

  public static func counts() throws(Failure) -> Table {
    try table("document-counts.csv", PackageResources.document_counts_csv)
  }

  public static func proximities() throws(Failure) -> Table {
    try table("document-proximities.csv", PackageResources.document_proximities_csv)
  }

  private static func table(_ name: String, _ bytes: [UInt8]) throws(Failure) -> Table {
    try Table(file: name, text: String(decoding: bytes, as: UTF8.self))
  }
}
