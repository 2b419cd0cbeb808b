import Findings
import TestSupport
import Testing

@testable import Scenarios

/// Files that a scenario can name, and scenarios that stand on them.
struct ScenarioFolder {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder([
      "network.sqlite": "",
      "sites.csv": """
      id,lat,lon,status
      a,50.90,4.40,existing
      b,50.80,4.30,in preparation
      c,50.85,4.35,

      """,
      "matrix.csv": "NIS,21000\n21000,5\n24000,30\n",
      "municipalities.csv": "NIS_code,name,inhabitants,lon,lat\n24062,Leuven,2,4.70,50.88\n"
        + "24001,Aarschot,1,4.83,50.98\n",
      "postcodes.csv": "3000,Leuven,4.70,50.88\n",
      "employees.csv": "id,postcode,office\ne1,3000,Main\ne2,3000,\n",
      "areas.geojson": """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
      "properties": {"nis": "24062"}, "geometry": {"type": "Polygon",
      "coordinates": [[[4, 50], [5, 50], [5, 51], [4, 50]]]}}]}
      """,
    ])
  }

  /// Everything that a scenario needs and nothing more; ten lines.
  static let minimal = """
    name: Small
    network: network.sqlite
    demand:
      commuters:
        matrix: matrix.csv
        work_zone: 21000
        municipalities: municipalities.csv
    offices: {name: Main, lat: 50.85, lon: 4.36}
    sites:
      file: sites.csv

    """

  static let employees = minimal.replacing(
    """
      commuters:
        matrix: matrix.csv
        work_zone: 21000
        municipalities: municipalities.csv
    """,
    with: """
        employees:
          file: employees.csv
          postcodes: postcodes.csv
      """)

  func resolve(
    _ text: String, candidates: String? = nil, skipsBadCandidates: Bool = false
  ) throws(Failure) -> Scenario {
    do {
      try folder.write("scenario.yaml", text)
    } catch {
      throw .defect("\(error)")
    }
    return try ScenarioFile.resolve(
      folder.path + "/scenario.yaml", candidates: candidates.map { folder.path + "/" + $0 },
      skipsBadCandidates: skipsBadCandidates)
  }

  func mistakes(
    _ text: String, candidates: String? = nil, skipsBadCandidates: Bool = false
  ) -> [String] {
    findings { () throws(Failure) in
      try resolve(text, candidates: candidates, skipsBadCandidates: skipsBadCandidates)
    }
  }

  /// The whole findings of a scenario that must fail.
  func failed(_ text: String) throws -> [Finding] {
    try #require(throws: Failure.self) { try resolve(text) }.findings
  }
}
