/// The embedded model timetable: metro, trams and trains of Brussels on an ordinary weekday,
/// written from public knowledge so that a demonstration needs no download. It is not a
/// published timetable; `GTFS/model/README.md` says what it simplifies.
public struct ModelNetwork: Sendable {
  let stations: [Station]
  let lines: [Line]
  let headways: [Headway]

  /// Reads the tables that are compiled into the program.
  /// - Throws: where a table is wrong, with its name and line.
  public init() throws(ModelNetworkError) {
    try self.init(
      stations: ModelNetwork.text(PackageResources.stations_csv),
      lines: ModelNetwork.text(PackageResources.lines_csv),
      headways: ModelNetwork.text(PackageResources.headways_csv))
  }

  /// Reads the text of `stations.csv`, `lines.csv` and `headways.csv`.
  /// - Throws: where a table is wrong, with its name and line.
  public init(
    stations: String, lines: String, headways: String
  ) throws(ModelNetworkError) {
    self.stations = try Station.read(stations)
    self.lines = try Line.read(lines, stations: Set(self.stations.map(\.identifier)))
    self.headways = try Headway.read(headways, lines: self.lines.map(\.identifier))
  }

  /// Municipalities outside the Brussels-Capital Region, with inhabitants (2020) and the
  /// coordinates of their centre.
  public static var municipalitiesCSV: String { text(PackageResources.municipalities_csv) }

  /// People who work in Brussels by arrondissement of home (Census 2011).
  public static var commutersCSV: String { text(PackageResources.commuters_csv) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
