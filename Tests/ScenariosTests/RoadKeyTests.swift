import Findings
import Geography
import Routing
import StreetRouting
import TestSupport
import Testing

@testable import Scenarios

@Suite struct RoadKeyTests {
  private let files: ScenarioFolder

  init() throws {
    files = try ScenarioFolder()
    try files.folder.write("streets.bin", "")
    try files.folder.write(
      "zones.geojson",
      #"{"type": "Feature", "properties": {"id": "centre"}, "geometry": {"type": "Polygon", "#
        + #""coordinates": [[[4, 50], [5, 50], [5, 51], [4, 50]]]}}"#)
    try files.folder.write(
      "congestion.csv", "zone,road_class,from,to,factor\ncentre,main,00:00,24:00,1.5\n")
    try files.folder.write(
      "parking.csv", "zone,search_minutes,walk_minutes\ncentre,4,2\n")
    try files.folder.write(
      "moon.csv", "zone,search_minutes,walk_minutes\ncentre,4,2\nmoon,1,1\ncentre,1,1\n")
    try files.folder.write(
      "places.csv",
      "id,name,lat,lon,car_parking,bicycle_parking\nH,Halle,50.73,4.24,300,\nL,Lot,50.76,4.27,,1\n"
        + "N,None,50,4,0,\n")
  }

  @Test func withoutKeysEveryoneTravelsByPublicTransport() throws {
    let scenario = try files.resolve(ScenarioFolder.minimal)
    #expect(scenario.modes == [.transit])
    #expect(scenario.roads.streets == nil)
    #expect(scenario.roads.carRoads == .streetsOrPrincipal)
    #expect(
      scenario.roads.tables.zones.ids
        == ["pentagon", "first ring", "second ring", "periphery", "elsewhere"])
    #expect(scenario.parkAndRide.facilities == nil)
    #expect(scenario.parkAndRide.region.ids.count == 4)
    #expect(scenario.parkAndRide.maximumDriveMinutes == SourcedNumber(45))
    #expect(scenario.parkAndRide.maximumBikeMinutes == SourcedNumber(30))
  }

  @Test func everyKeyIsRead() throws {
    let scenario = try files.resolve(
      ScenarioFolder.minimal + """
        modes: [car, transit, park-and-ride, bike-and-ride, walk, bike, e-bike]
        streets: streets.bin
        roads: principal
        car: {zones: zones.geojson, congestion: congestion.csv, parking: parking.csv}
        park_and_ride:
          facilities: places.csv
          max_drive_minutes: {value: 20, source: a survey}
          max_bike_minutes: 15
          max_walk_minutes: 5
          park_seconds: 60

        """)
    #expect(
      scenario.modes == [.car, .transit, .parkAndRide, .bikeAndRide, .walk, .bike, .eBike])
    #expect(scenario.roads.streets == files.folder.path + "/streets.bin")
    #expect(scenario.roads.carRoads == .principal)
    let tables = scenario.roads.tables
    #expect(tables.zones.ids == ["centre", "elsewhere"])
    #expect(tables.congestion.factor(zone: "centre", group: .main, at: 0) == 1.5)
    #expect(tables.parking.rows.map(\.zone) == ["centre"])
    let rules = scenario.parkAndRide
    #expect(rules.maximumDriveMinutes == SourcedNumber(20, source: "a survey"))
    #expect(rules.maximumBikeMinutes.value == 15)
    #expect(rules.facilities?.map(\.id) == ["H", "L"])
    #expect(rules.facilities?.map(\.takesCars) == [true, false])
    #expect(rules.facilities?.map(\.takesBicycles) == [false, true])
    let one = try files.resolve(ScenarioFolder.minimal + "modes: bike\nroads: streets.bin\n")
    #expect(one.modes == [.bike])
    #expect(one.roads.carRoads == .file(files.folder.path + "/streets.bin"))
  }

  @Test func allMistakesAreNamedAtOnceWithTheirLines() {
    let found = files.mistakes(
      ScenarioFolder.minimal + """
        modes: [car, tram, car]
        streets: no.bin
        roads: none.bin
        car:
          zones: no.geojson
          speed: 3
        park_and_ride:
          stations: places.csv
          max_drive_minutes: 0
          park_seconds: soon

        """)
    let codes = Set(found)
    for expected in [
      "scenario.yaml:11 invalid_value modes", "scenario.yaml:11 duplicated_mode modes",
      "scenario.yaml:12 missing_file streets", "scenario.yaml:13 missing_file roads",
      "scenario.yaml:15 missing_file car.zones",
      "scenario.yaml:18 missing_key park_and_ride.facilities",
    ] { #expect(codes.contains(expected), "\(expected)") }
    for line in [16, 19, 20] {
      #expect(found.contains { $0.hasPrefix("scenario.yaml:\(line) ") }, "line \(line)")
    }
    #expect(found.count == 9)
    #expect(
      files.mistakes(ScenarioFolder.minimal + "modes: []\n") == ["scenario.yaml:11 no_mode modes"])
    // The built-in congestion is that of other zones.
    #expect(
      Set(
        files.mistakes(
          ScenarioFolder.minimal + "car: {zones: zones.geojson, parking: moon.csv}\nmodes: x\n"))
        == [
          "scenario.yaml:11 missing_key car.congestion", "moon.csv:3 invalid_value zone",
          "moon.csv:4 duplicated_zone zone", "scenario.yaml:12 invalid_value modes",
        ])
    #expect(
      files.mistakes(ScenarioFolder.minimal + "park_and_ride: {facilities: no.csv}\n")
        == ["scenario.yaml:11 missing_file park_and_ride.facilities"])
  }
}

@Suite struct FacilityTableTests {
  @Test func iRailsTwoListsAreJoinedByTheirURI() throws {
    let folder = try TemporaryFolder([
      "facilities.csv": "URI,name,free_parking,bicycle_spots\nu/1,Halle,1,40\nu/2,Lot,,0\n",
      "stations.csv": "URI,name,longitude,latitude\nu/1,Halle,4.24,50.73\nu/2,Lot,4.27,50.76\n",
    ])
    let found = try FacilityTable.read(
      folder.path + "/facilities.csv", stations: folder.path + "/stations.csv")
    #expect(
      found == [
        ParkingFacility(
          id: "u/1", name: "Halle", coordinate: Coordinate(latitude: 50.73, longitude: 4.24),
          takesCars: true, takesBicycles: true)
      ])
    #expect(
      findings { () throws(Failure) in
        try FacilityTable.read(folder.path + "/facilities.csv", stations: nil)
      } == ["facilities.csv:1 missing_column"])
  }

  @Test func everyWrongCellIsNamed() throws {
    let folder = try TemporaryFolder([
      "f.csv": """
      id,lat,lon,car_parking,bicycle_parking
      a,50,4,many,1
      b,,4,1,
      c,91,4,1,
      a,50,4,1,1

      """
    ])
    let found = findings { () throws(Failure) in
      try FacilityTable.read(folder.path + "/f.csv", stations: nil)
    }
    #expect(found.contains("f.csv:2 invalid_number car_parking"))
    #expect(found.contains("f.csv:3 missing_place id"))
    #expect(found.contains("f.csv:4 missing_place id"))
    #expect(found.contains { $0.hasPrefix("f.csv:5 ") })
    #expect(found.count == 4)
  }
}
