import Foundation
import TestSupport
import Testing

@Suite("antenne isochrone")
struct IsochroneTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private struct Collection: Decodable {
    struct Feature: Decodable {
      struct Properties: Decodable {
        var minutes: Int
        var area_km2: Double
        var is_empty: Bool
        var straight_line_share: Double
        var ways: String
      }
      struct Geometry: Decodable {
        var type: String
        var coordinates: [[[[Double]]]]
      }
      var properties: Properties
      var geometry: Geometry
    }
    var features: [Feature]
  }

  /// 15 minutes at 4.8 km/h over a detour of 1.3 are 923.1 m: 2.677 km²; 30 minutes four times that.
  @Test("on foot without streets the areas are circles, and the same bytes each time")
  func walk() throws {
    let files = [folder.file("a.geojson"), folder.file("b.geojson")]
    for (file, threads) in zip(files, ["1", "2"]) {
      let result = try Program.run(
        "isochrone", "--mode", "walk", "--from", "50.85,4.35", "--minutes", "30,15", "--threads",
        threads, "--out", file)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("straight line × 1.3"))
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: files[0]))
    #expect(try bytes == Data(contentsOf: URL(fileURLWithPath: files[1])))
    let features = try JSONDecoder().decode(Collection.self, from: bytes).features
    #expect(features.map(\.properties.minutes) == [15, 30])
    #expect(abs(features[0].properties.area_km2 - 2.677) < 0.05)
    #expect(abs(features[1].properties.area_km2 - 10.708) < 0.1)
    #expect(features.allSatisfy { $0.geometry.type == "MultiPolygon" && !$0.properties.is_empty })
    #expect(features.allSatisfy { $0.properties.straight_line_share == 1 })
  }

  @Test("what does not go together is refused, and no file is left")
  func refusals() throws {
    let file = folder.file("x.geojson")
    let place = ["--from", "50.85,4.35", "--out", file]
    for options in [
      [], ["--mode", "walk", "--minutes", "15,x"], ["--mode", "walk", "--minutes", "0"],
      ["--mode", "walk", "--to", "50.85,4.35"], ["--mode", "car", "--arrive-by", "09:00"],
      ["--mode", "walk", "--percentiles", "90"], ["--mode", "walk", "--cell-meters", "1"],
      ["--mode", "park-and-ride"], ["--mode", "walk", "--drive-only"],
      ["--mode", "walk", "--minutes", "1440", "--cell-meters", "10"],
    ] {
      #expect(try Program.run(["isochrone"] + place + options).status == 64, "\(options)")
    }
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  /// In the pentagon the tables have 5 minutes to the car, and 13 to park and from there.
  @Test("by car an empty area is explained, and the drive alone has one")
  func car() throws {
    let place = ["--minutes", "15", "--cell-meters", "1000", "--mode", "car"]
    let from = try Program.run(["isochrone", "--from", "50.8457,4.3571"] + place)
    #expect(from.status == 0, "\(from.errors)")
    #expect(from.errors.contains("at the given place 5 min to the car"))
    #expect(from.errors.contains("nothing is reached within 15 minutes; the nearest place takes "))
    let to = try Program.run(["isochrone", "--to", "50.8457,4.3571"] + place)
    #expect(to.errors.contains("at the given place 13 min to park and from the car"))
    let drive = try Program.run(["isochrone", "--from", "50.8457,4.3571", "--drive-only"] + place)
    #expect(!drive.errors.contains("nothing is reached"))
    let features = try JSONDecoder().decode(Collection.self, from: Data(drive.output.utf8)).features
    #expect(features.map(\.properties.is_empty) == [false])
  }

  @Test("a vehicle that is left at a station must be at the given place")
  func vehicleElsewhere() throws {
    let result = try Program.run(
      "isochrone", "--to", "50.8457,4.3571", "--mode", "bike-and-ride", "--network", "x.sqlite")
    #expect(result.status == 64)
    #expect(result.errors.contains("--vehicle-at to"))
  }
}
