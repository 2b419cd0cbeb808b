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

  /// Beyond 60 km the network is a skeleton of motorways.
  @Test func segmentsHaveALengthThatARoadWithoutNodesMayHave() throws {
    let graph = RoadGraph(try PrincipalRoads())
    for (tail, arcs) in graph.arcs.enumerated() {
      for arc in arcs {
        let ends = [graph.nodes[tail], graph.nodes[arc.head]]
        let isNear = ends.allSatisfy {
          $0.coordinate.distanceMeters(to: Self.grandPlace) <= 60_000
        }
        let most = isNear ? 16_000.0 : 30_000.0
        #expect((80...most).contains(arc.meters), "\(ends[0].identifier) \(ends[1].identifier)")
      }
    }
  }

  /// Who snaps a home to the streets passes over motorways and expressways.
  @Test func everyPlaceIsOnARoadThatOneMayStopAt() throws {
    let roads = try PrincipalRoads()
    let fast = ["motorway", "trunk"]
    let reached = Set(
      roads.ways.filter { !fast.contains($0.tags["highway"] ?? "") }.flatMap(\.nodes))
    let places = roads.nodes.filter { [.municipality, .village, .airport].contains($0.kind) }
    #expect(places.filter { !reached.contains($0.identifier) }.map(\.identifier) == [])
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

  @Test func centresAreThoseOfTheModel() throws {
    let nodes = try PrincipalRoads().nodes
    let centres = Dictionary(
      uniqueKeysWithValues: nodes.filter { $0.kind == .municipality }.map {
        ($0.reference, $0.coordinate)
      })
    let table = try Table(file: "municipalities.csv", text: ModelNetwork.municipalitiesCSV)
    let code = try #require(table.findColumn("NIS_code"))
    let latitude = try #require(table.findColumn("lat"))
    let longitude = try #require(table.findColumn("lon"))
    for row in table.rows {
      let place = Coordinate(
        latitude: try #require(Double(row.cells[latitude])),
        longitude: try #require(Double(row.cells[longitude])))
      #expect(centres[row.cells[code]] == place, "\(row.cells[code])")
    }
    // And the 19 communes of the Region, which the model's table leaves out.
    #expect(centres.count == table.rows.count + 19)
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
    ("Brugge", "nis-31005", 93...100), ("Liège", "nis-62063", 91...100),
    ("Oostende", "nis-35013", 108...117), ("Tournai", "nis-57081", 79...88),
    ("Hasselt", "nis-71022", 78...90), ("Arlon", "nis-81001", 172...192),
  ])
  func fastestDrivesHaveTheLengthThatTheyHave(
    town: String, node: String, kilometers: ClosedRange<Double>
  ) throws {
    let graph = RoadGraph(try PrincipalRoads())
    let end = try #require(graph.positions["nis-21004"])
    let drive = graph.drives(from: node)[end]
    #expect(kilometers.contains(drive.meters / 1000), "\(town): \(drive.meters / 1000) km")
  }

  /// The kilometre posts of exits and interchanges, as lists of the motorways give them. Along
  /// the straight lines between the nodes a stretch may be a tenth shorter, and the places are
  /// right to half a kilometre at each end.
  @Test(arguments: [
    (
      "A3",
      [
        ("a3-18", 0.8), ("a3-19", 2.6), ("a3-20", 4.5), ("r0-sint-stevens-woluwe", 6.0),
        ("a3-21", 9.0), ("a3-22", 16.2), ("a3-heverlee", 18.3), ("a3-23", 23.9), ("a3-24", 31.2),
      ]
    ),
    (
      "A7",
      [
        ("r0-haut-ittre", 17.6), ("a7-18", 21.3), ("a7-arquennes", 28.1), ("a7-20", 33.6),
        ("a7-familleureux", 37.3), ("a7-houdeng-goegnies", 40.4), ("a7-21", 42.8),
        ("a7-obourg", 48.5),
      ]
    ),
    (
      "A14",
      [
        ("a14-7", 35.6), ("a14-zwijnaarde", 49.1), ("a14-10", 52.3), ("a14-11", 62.0),
        ("a14-12", 72.5), ("a14-14", 83.0), ("a14-15", 84.9), ("a14-15a", 90.7),
      ]
    ),
  ])
  func stretchesOfMotorwayAreAsLongAsTheKilometrePostsSay(
    motorway: String, posts: [(node: String, kilometer: Double)]
  ) throws {
    let roads = try PrincipalRoads()
    let places = Dictionary(
      uniqueKeysWithValues: roads.nodes.map { ($0.identifier, $0.coordinate) })
    var travelled: [String: Double] = [:]
    var meters = 0.0
    var previous: String?
    let line = roads.ways.filter { $0.tags["ref"] == motorway }.flatMap(\.nodes)
    for node in line {
      if let previous {
        meters += try #require(places[previous]).distanceMeters(to: try #require(places[node]))
      }
      if travelled[node] == nil { travelled[node] = meters / 1000 }
      previous = node
    }
    for (a, b) in zip(posts, posts.dropFirst()) {
      let drawn = abs(try #require(travelled[b.node]) - (try #require(travelled[a.node])))
      let posted = b.kilometer - a.kilometer
      #expect(
        (0.9 * posted - 1...posted + 0.5).contains(drawn),
        "\(a.node) to \(b.node): \(drawn) km drawn, \(posted) km by the posts")
    }
  }
}
