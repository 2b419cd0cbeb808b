import Geography
import Impact

/// What a map of a run shows.
struct PlacesAnswer: Encodable, Sendable {
  /// All people of a home, whatever their office; means are over people who are compared.
  struct Home: Encodable, Sendable {
    var id: String
    var name: String
    var municipality: String
    var coordinate: Coordinate
    var people: Double
    var centralSecondsOneWay: Double?
    var bestSecondsOneWay: Double?
    /// Also of those who would lose.
    var savedSecondsOneWay: Double?
  }

  var homes: [Home]
  var municipalities: [RunResult.MunicipalityResult]
  var sites: [RunResult.SiteResult]
  var offices: [RunResult.OfficeUse]
  var boundaries: [RunResult.Boundary]

  init(_ result: RunResult) {
    homes = Self.homes(result.origins)
    municipalities = result.municipalities
    sites = result.sites
    offices = result.offices
    boundaries = result.boundaries
  }

  /// Rows of one home follow each other.
  private static func homes(_ rows: [RunResult.OriginResult]) -> [Home] {
    var homes: [Home] = []
    var start = rows.startIndex
    while start < rows.endIndex {
      let end = rows[start...].firstIndex { $0.id != rows[start].id } ?? rows.endIndex
      homes.append(home(rows[start..<end]))
      start = end
    }
    return homes
  }

  private static func home(_ rows: ArraySlice<RunResult.OriginResult>) -> Home {
    let first = rows[rows.startIndex]
    let compared = rows.filter { $0.savedSecondsOneWay != nil }
    let people = compared.reduce(0) { $0 + $1.people }
    func mean(_ value: (RunResult.OriginResult) -> Double?) -> Double? {
      people > 0 ? compared.reduce(0) { $0 + $1.people * (value($1) ?? 0) } / people : nil
    }
    return Home(
      id: first.id, name: first.name, municipality: first.municipality,
      coordinate: first.coordinate, people: rows.reduce(0) { $0 + $1.people },
      centralSecondsOneWay: mean(\.central.oneWay), bestSecondsOneWay: mean { $0.best?.oneWay },
      savedSecondsOneWay: mean(\.savedSecondsOneWay))
  }
}
