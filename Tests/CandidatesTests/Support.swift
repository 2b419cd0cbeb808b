import Findings
import Geography
import TabularText

@testable import Candidates

func table(_ text: String, file: String = "t.csv") throws(Failure) -> Table {
  try Table(file: file, text: text)
}

/// The findings of a body that must fail, as `file:line code field`.
func findings(_ body: () throws(Failure) -> some Any) -> [String] {
  do throws(Failure) {
    _ = try body()
    return ["no failure"]
  } catch {
    guard case .unusableData(let findings) = error else { return ["\(error)"] }
    return findings.map { "\($0.file):\($0.line ?? 0) \($0.code) \($0.field ?? "")" }
  }
}

/// So many metres to the east and north of a point on the equator, where both axes are alike.
func place(east: Double, north: Double = 0) -> Coordinate {
  Coordinate(latitude: north / 111_195.08, longitude: east / 111_195.08)
}

func candidate(
  _ id: String, _ place: Coordinate, _ source: CandidateSource = .own, ring: Int = 0
) -> Candidate {
  Candidate(
    id: id, name: id, coordinate: place, source: source, anchor: "", ring: ring)
}

func square(meters: Double) -> MultiPolygon {
  MultiPolygon([
    [[(0, 0), (meters, 0), (meters, meters), (0, meters)].map { place(east: $0.0, north: $0.1) }]
  ])
}
