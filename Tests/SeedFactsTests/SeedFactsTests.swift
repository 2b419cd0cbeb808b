import FeedArchive
import Findings
import GTFSStore
import Geography
import PrincipalRoads
import Routing
import Scenarios
import StreetRouting
import TestSupport
import Testing
import TransitRouting

@testable import SeedFacts
@testable import Surroundings

/// The whole command without its arguments.
private func seedFacts(_ network: ServedNetwork) throws -> SeedFacts {
  let roads = try PrincipalRoads()
  let tables = try RoadTables.builtIn()
  return try SeedFacts(
    .init(
      sites: try SiteRecord.read(EmbeddedTables.spaces()), network: network,
      attributes: try LineAttributes(LineAttributes.builtInTable()),
      walking: StraightLineTravel(mode: StreetMode.walk), roads: roads,
      car: CarTravel(try roads.graph(), zones: tables.zones, congestion: tables.congestion),
      workers: try BrusselsWorkers(BrusselsWorkers.builtInTable()), workersSource: "built in"))
}

extension SeedFacts {
  fileprivate func fact(_ title: String) throws -> Fact {
    try #require(facts.first { $0.title == title }, "no fact \(title)")
  }
}

@Suite struct SeedFactsTests {
  @Test("on the model network, whose stations are too rough to decide the claim")
  func model() throws {
    let facts = try seedFacts(.model())
    #expect(facts.isModelNetwork)
    #expect(facts.facts.allSatisfy { SeedFacts.topics.contains($0.topic) })
    #expect(facts.lineDistances.count == 34)
    let share = try facts.fact("less than 200 m to a line")
    #expect(share.agreement == .undecided)
    #expect(share.ours?.lowest == 0)
    #expect(facts.linesWithoutAttributes.isEmpty)
    // No buses in the model; its trams are all in the table.
    #expect(
      facts.linesWithoutTrip.allSatisfy {
        $0.contains(" bus ") || ["STIB tram 32", "STIB tram 97"].contains($0)
      })
  }

  @Test("the roads of the document's places, whatever the network")
  func roads() throws {
    let facts = try seedFacts(.model())
    #expect(try facts.fact("Transforma to the E40").contradiction != nil)
    #expect(try facts.fact("Factory Forty to the R0").agreement == .agrees)
    #expect(try facts.fact("Fosbury & Sons Boitsfort to the R0").agreement == .differs)
    #expect(try facts.fact("Silversquare Triomphe to the E411").agreement == .undecided)
  }
}

@Suite(
  "the documents' figures on the feeds of 29 October 2019",
  .enabled(
    if: RealData.path("brussels/sncb-2019-10-13.zip") != nil, "needs the real data (ANTENNE_DATA)"),
  .serialized)
struct RealFactsTests {
  private static let facts = Result {
    let folder = try TemporaryFolder()
    let path = folder.file("network.sqlite")
    let feeds = try ["sncb-2019-10-13", "stib-2019-10-28"].map { name in
      let zip = try #require(RealData.path("brussels/\(name).zip"))
      return FeedToImport(name: String(name.prefix(4)), source: try FeedPath.open(zip))
    }
    _ = try NetworkImport.run(feeds, into: path)
    let database = try NetworkDatabase(path)
    let loaded = try database.loadTimetable(on: try #require(ServiceDate("2019-10-29")))
    let network = try ServedNetwork(loaded.timetable, name: "real") { ids throws(Failure) in
      try database.shapes(ofTrips: ids)
    }
    return (network, try seedFacts(network))
  }

  /// One platform of Erasme lies more than 200 m from every point of the shapes of its trips.
  @Test func everyHopOfMetroAndTramIsDrawnButOne() throws {
    let network = try Self.facts.get().0
    for line in network.lines where line.mode == .metro || line.mode == .tram {
      for pattern in line.patterns {
        for (a, b) in zip(pattern, pattern.dropFirst()) {
          let isDrawn = network.courses[.init(from: a, to: b)] != nil
          let names = [a, b].map { network.places[$0].name }
          #expect(isDrawn || names.contains("ERASME"), "\(line.name), \(names)")
        }
      }
    }
  }

  /// How far a drawn course strays from the straight line between its stops, by their distance.
  @Test func nineOfTenSectionsStrayByTheShareThatIsTaken() throws {
    let network = try Self.facts.get().0
    let shares = network.courses.compactMap { hop, course -> Double? in
      let (a, b) = (network.places[hop.from].coordinate, network.places[hop.to].coordinate)
      let meters = a.distanceMeters(to: b)
      let strays = course.map { $0.nearest(onSegmentFrom: a, to: b).meters }
      return meters < 50 ? nil : (strays.max() ?? 0) / meters
    }.sorted()
    #expect(shares.count == 182)
    #expect(abs(shares[shares.count * 9 / 10] - LineCourses.strayShare) < 0.005)
  }

  /// The nearest stop of the same name in the feed, of each station of the model's metro and trams.
  @Test func nineOfTenStationsOfTheModelLieWithinItsPrecision() throws {
    let network = try Self.facts.get().0
    let lines = network.lines.filter { $0.mode == .metro || $0.mode == .tram }
    let served = Set(lines.flatMap { $0.patterns.joined() })
    let model = try ServedNetwork.model()
    let distances = model.places.compactMap { place in
      served.map { network.places[$0] }
        .filter { FoldedName.of($0.name) == FoldedName.of(place.name) }
        .map { $0.coordinate.distanceMeters(to: place.coordinate) }.min()
    }.sorted()
    #expect(distances.count == 71)
    #expect(abs(distances[distances.count * 9 / 10] - ServedNetwork.modelPrecisionMeters) < 10)
  }

  @Test func linesThatTheFeedsDoNotHoldAreListed() throws {
    let facts = try Self.facts.get().1
    #expect(facts.linesWithoutTrip.contains("STIB tram 7"))
    #expect(facts.linesWithoutTrip.contains("STIB bus 71"))
    for line in ["metro 1", "metro 2", "metro 5", "metro 6", "tram 3"] {
      #expect(
        !facts.linesWithoutTrip.contains {
          $0 == "STIB \(line)" || $0.hasPrefix("STIB \(line),")
        })
    }
    // Replacement buses in the feed of the trains.
    #expect(facts.linesWithoutAttributes == ["NMBS/SNCB bus BUS"])
  }

  /// The document says beside; the metro station is about 600 m away.
  @Test func deltaIsNotBesideItsSpace() throws {
    let fact = try Self.facts.get().1.fact("Silversquare Triomphe to Delta station")
    #expect((550...650).contains(try #require(fact.ours).best))
    #expect(fact.contradiction != nil)
  }

  /// Without STIB's trams and buses the share says nothing against the claim.
  @Test func theShareIsIncomplete() throws {
    let facts = try Self.facts.get().1
    let line = try facts.fact("less than 200 m to a line")
    let stop = try facts.fact("less than 200 m to a stop of one")
    #expect(line.agreement == .incomplete)
    let (a, b) = (try #require(line.ours), try #require(stop.ours))
    // A stop lies on its line.
    #expect(a.lowest >= b.lowest && a.best >= b.best && a.highest >= b.highest)
    #expect(a.lowest > 0 && a.highest < 85)
  }
}
