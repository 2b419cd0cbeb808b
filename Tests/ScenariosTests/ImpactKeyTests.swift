import Geography
import Testing

@testable import Scenarios

/// `impact` of a scenario file.
@Suite struct ImpactKeyTests {
  private let files: ScenarioFolder

  init() throws { files = try ScenarioFolder() }

  @Test("the junction and the ring are read; without them they are those of Brussels")
  func keysAreRead() throws {
    let usual = try files.resolve(ScenarioFolder.minimal).impact
    #expect(usual.junctionStops == nil && usual.ringReference == "R0")
    #expect(usual.region.contains(Coordinate(latitude: 50.8467, longitude: 4.3525)))
    #expect(!usual.region.contains(Coordinate(latitude: 50.8798, longitude: 4.7005)))
    let own = try files.resolve(
      ScenarioFolder.minimal
        + "impact: {junction_stops: ['sncb:8814001', Central Station], ring_ref: A10}\n"
    ).impact
    #expect(own.junctionStops == ["sncb:8814001", "Central Station"])
    #expect(own.ringReference == "A10")
  }

  @Test("the Region of the scenario's areas is the one whose border counts")
  func regionOfTheAreas() throws {
    let impact = try files.resolve(
      ScenarioFolder.minimal + "areas: {region: areas.geojson}\n"
    ).impact
    // The triangle of 4,50, 5,50 and 5,51.
    #expect(impact.region.contains(Coordinate(latitude: 50.2, longitude: 4.8)))
    #expect(!impact.region.contains(Coordinate(latitude: 50.8467, longitude: 4.3525)))
  }

  @Test("mistakes are told at once")
  func mistakes() {
    #expect(
      files.mistakes(
        ScenarioFolder.minimal + """
          impact:
            ring_ref: R0 Ring
            junction_stops: []
            junction: x

          """) == [
          "scenario.yaml:14 unknown_key impact.junction",
          "scenario.yaml:13 not_a_list impact.junction_stops",
          "scenario.yaml:12 invalid_value impact.ring_ref",
        ])
  }
}
