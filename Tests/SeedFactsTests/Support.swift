import Findings
import Geography
import TabularText
import TransitRouting

@testable import Scenarios
@testable import SeedFacts
@testable import Surroundings

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

func record(
  _ id: String = "s", at place: Coordinate, precision: Double? = nil, zone: String = "",
  operatorName: String = "", source: String = ""
) -> SiteRecord {
  SiteRecord(
    site: Site(
      id: id, name: id, operatorName: operatorName, kinds: [], status: .existing,
      floorAreaSquareMeters: nil, openingYear: nil, quarter: "", zone: zone, municipality: "",
      coordinate: place, coordinatePrecisionMeters: precision),
    source: source)
}

/// A network on a street that runs east at 50.85°, with a stop every 0.01° (702 m) from 4.35°.
func street(_ stops: [String], lines: [ServedNetwork.Line], precision: Double = 0) -> ServedNetwork
{
  ServedNetwork(
    name: "street", precisionMeters: precision,
    places: stops.enumerated().map { position, name in
      .init(
        name: name, coordinate: .init(latitude: 50.85, longitude: 4.35 + 0.01 * Double(position)))
    }, lines: lines)
}

func tram(_ name: String, _ pattern: [Int]) -> ServedNetwork.Line {
  ServedNetwork.Line(operatorName: "STIB", mode: .tram, shortName: name, patterns: [pattern])
}

let attributeHeader =
  "operator,mode,route_short_name,section_from,section_to,own_right_of_way,source,note\n"

func attributes(_ rows: String) throws(Failure) -> LineAttributes {
  try LineAttributes(table(attributeHeader + rows))
}
