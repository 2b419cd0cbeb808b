import Geography
import ModelNetwork
import PrincipalRoads
import TabularText
import Testing

@Suite struct NetworkTests {
  private static let grandPlace = Coordinate(latitude: 50.8467, longitude: 4.3525)

  @Test func everyNodeIsOnAWay() throws {
    let roads = try PrincipalRoads()
    let used = Set(roads.ways.flatMap(\.nodes))
    #expect(roads.nodes.filter { !used.contains($0.identifier) }.map(\.identifier) == [])
  }

  @Test func everyNodeReachesEveryOther() throws {
    let graph = RoadGraph(try PrincipalRoads())
    for direction in [graph, graph.reversed] {
      let drives = direction.drives(from: "nis-21004")
      let lost = graph.nodes.indices.filter { drives[$0].meters.isInfinite }
      #expect(lost.map { graph.nodes[$0].identifier } == [])
    }
  }

  @Test func segmentsHaveALengthThatARoadWithoutNodesMayHave() throws {
    let graph = RoadGraph(try PrincipalRoads())
    for (tail, arcs) in graph.arcs.enumerated() {
      for arc in arcs where !(80...16_000).contains(arc.meters) {
        Issue.record(
          """
          \(graph.nodes[tail].identifier) to \(graph.nodes[arc.head].identifier): \
          \(Int(arc.meters)) m
          """)
      }
    }
  }

  @Test func noTwoNodesShareAPlace() throws {
    let places = Dictionary(grouping: try PrincipalRoads().nodes, by: \.coordinate)
    #expect(places.values.filter { $0.count > 1 }.map { $0.map(\.identifier) } == [])
  }

  @Test func motorwaysThatRunBothWaysSayNoToOneWay() throws {
    for way in try PrincipalRoads().ways where way.tags["highway"] == "motorway" {
      #expect(way.tags["oneway"] == "no", "\(way.identifier)")
    }
  }

  @Test func centresWithin60KilometresAreThoseOfTheModel() throws {
    let nodes = try PrincipalRoads().nodes
    let centres = Dictionary(
      uniqueKeysWithValues: nodes.filter { $0.kind == .municipality }.map {
        ($0.reference, $0.coordinate)
      })
    let table = try Table(file: "municipalities.csv", text: ModelNetwork.municipalitiesCSV)
    let code = try #require(table.findColumn("NIS_code"))
    let latitude = try #require(table.findColumn("lat"))
    let longitude = try #require(table.findColumn("lon"))
    var count = 0
    for row in table.rows {
      let place = Coordinate(
        latitude: try #require(Double(row.cells[latitude])),
        longitude: try #require(Double(row.cells[longitude])))
      guard place.distanceMeters(to: Self.grandPlace) <= 60_000 else { continue }
      count += 1
      #expect(centres[row.cells[code]] == place, "\(row.cells[code])")
    }
    // And the 19 communes of the Region, which the model's table leaves out.
    #expect(count > 100)
    #expect(centres.count == count + 19)
    #expect((21001...21019).allSatisfy { centres["\($0)"] != nil })
  }

  @Test func everyNumberedRoadOfTheIssueIsThere() throws {
    let ways = try PrincipalRoads().ways
    let numbers = Set(
      ways.flatMap { way in
        ["ref", "int_ref"].flatMap { (way.tags[$0] ?? "").split(separator: ";").map(String.init) }
      })
    for number in [
      "R0", "R20", "R21", "R22", "E40", "E19", "E411", "E429", "E314", "A12", "A201", "N1", "N2",
      "N3", "N4", "N5", "N6", "N7", "N8", "N9", "N10", "N25", "N26", "N27", "N28",
    ] {
      #expect(numbers.contains(number), "\(number)")
    }
  }

  /// Kilometres by road from the town to the Bourse in the centre of Brussels, as road signs,
  /// route planners and the brief of the network have them; the network draws straight lines
  /// between its nodes and so may be a tenth too short.
  @Test(arguments: [
    ("Leuven", "nis-24062", 26.0...30.0), ("Antwerpen", "nis-11002", 43...50),
    ("Gent", "nis-44021", 53...58), ("Halle", "nis-23027", 15...19),
    ("Wavre", "nis-25112", 24...28), ("Nivelles", "nis-25072", 30...35),
    ("Mechelen", "nis-12025", 24...29), ("Aalst", "nis-41002", 26...31),
    ("Ninove", "nis-41048", 22...26), ("Waterloo", "nis-25110", 16...21),
    ("Namur", "nis-92094", 60...66), ("Charleroi", "nis-52011", 54...62),
    ("Mons", "nis-53053", 54...67), ("Tienen", "nis-24107", 44...49),
    ("Dendermonde", "nis-42006", 28...36), ("Brussels Airport", "brussels-airport", 11...15),
  ])
  func fastestDrivesHaveTheLengthThatTheyHave(
    town: String, node: String, kilometers: ClosedRange<Double>
  ) throws {
    let graph = RoadGraph(try PrincipalRoads())
    let end = try #require(graph.positions["nis-21004"])
    let drive = graph.drives(from: node)[end]
    #expect(kilometers.contains(drive.meters / 1000), "\(town): \(drive.meters / 1000) km")
  }
}
