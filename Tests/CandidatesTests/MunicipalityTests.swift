import Findings
import Geography
import TestSupport
import Testing

@testable import Candidates

@Suite struct MunicipalityTests {
  @Test func aPlaceHasTheCodeOfItsArea() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "m.geojson",
      """
      {"type": "Feature", "properties": {"nis": "21001"}, "geometry":
       {"type": "Polygon", "coordinates": [[[4, 50], [5, 50], [5, 51], [4, 51], [4, 50]]]}}
      """)
    let areas = try MunicipalityAreas.read(path, property: "nis")
    #expect(areas.code(at: .init(latitude: 50.5, longitude: 4.5)) == "21001")
    #expect(areas.code(at: .init(latitude: 50.5, longitude: 5.5)) == nil)
    #expect(
      findings { () throws(Failure) in
        try MunicipalityAreas.read(path, property: "AdMuKey")
      } == ["\(path):0 missing_property AdMuKey"])
  }

  @Test func aFileWithoutAreasIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "p.geojson", #"{"type": "Point", "coordinates": [4, 50]}"#)
    #expect(findings { () throws(Failure) in try AreaFile.read(path) } == ["\(path):0 no_area "])
    let broken = try folder.write("n.geojson", "no")
    #expect(
      findings { () throws(Failure) in try AreaFile.read(broken) }
        == ["\(broken):0 invalid_geometry "])
  }
}
