import TestSupport

extension Fault {
  private static let good = FeedText.minimal
  private static let required = [
    "agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt",
  ]

  static let ofFiles: [Fault] =
    required.flatMap { file in
      [
        Fault("no \(file)", good.removing(file), "feed error missing_required_file \(file)"),
        Fault("an empty \(file)", good.replacing(file, with: "\n"), "\(file) error empty_file"),
      ]
    } + [
      Fault("no calendar", good.removing("calendar.txt"), "feed error missing_calendar"),
      Fault(
        "an empty file that need not be there", good.replacing("shapes.txt", with: ""),
        "shapes.txt warning empty_file"),
      Fault(
        "a file of no standard", good.replacing("stop_time_overrides.txt", with: "a\n1\n"),
        "feed info unknown_file stop_time_overrides.txt"),
      Fault(
        "a file in capitals",
        good.removing("stops.txt").replacing("STOPS.TXT", with: good.text(of: "stops.txt")),
        "feed error file_name_case =STOPS.TXT"),
      Fault(
        "a file in a folder",
        good.removing("stops.txt").replacing("gtfs/stops.txt", with: good.text(of: "stops.txt")),
        "feed error nested_folder =gtfs/stops.txt"),
      Fault(
        "zones that are no GeoJSON", good.replacing("locations.geojson", with: "[1]"),
        "locations.geojson warning invalid_geojson"),
    ]

  static let ofEncodings: [Fault] = [
    Fault(
      "a byte order mark", "stops.txt", [0xEF, 0xBB, 0xBF] + bytes(of: "stops.txt"),
      "stops.txt:1 info byte_order_mark"),
    Fault(
      "UTF-16 of little end", "stops.txt",
      utf16("stops.txt", bigEnd: false),
      "stops.txt:1 error utf16_file"),
    Fault(
      "UTF-16 of big end", "stops.txt",
      utf16("stops.txt", bigEnd: true),
      "stops.txt:1 error utf16_file"),
    Fault(
      "Latin-1", "stops.txt",
      latin1(),
      "stops.txt:4 error invalid_utf8 stop_name=G\u{FFFD}mma"),
    Fault(
      "a zero byte", good.substituting("Beta", "Be\0ta", in: "stops.txt"),
      "stops.txt:3 error zero_byte stop_name=Be\0ta"),
    Fault(
      "CR alone", good.substituting("\n", "\r", in: "stops.txt"),
      "stops.txt warning carriage_returns"),
    Fault(
      "LF and CRLF", good.substituting("4.30\nB", "4.30\r\nB", in: "stops.txt"),
      "stops.txt warning mixed_line_ends"),
    Fault(
      "LF and CR", good.substituting("4.30\nB", "4.30\rB", in: "stops.txt"),
      "stops.txt warning mixed_line_ends"),
  ]

  static let ofRows: [Fault] = [
    Fault(
      "a column that is needed", good.substituting("stop_sequence", "stop_sequenc", in: times),
      "stop_times.txt:1 error missing_required_column stop_sequence"),
    Fault(
      "a column of ids", good.substituting("stop_id,", "stopid,", in: "stops.txt"),
      "stops.txt:1 error missing_required_column stop_id"),
    Fault(
      "a column that routing does without",
      good.substituting(",agency_url", "", in: "agency.txt")
        .substituting(",https://example.org", "", in: "agency.txt"),
      "agency.txt:1 warning missing_required_column agency_url"),
    Fault(
      "a column twice", good.substituting("stop_name", "stop_lat", in: "stops.txt"),
      "stops.txt:1 error duplicated_column stop_lat"),
    Fault(
      "a column without a name", good.adding("", "x", "y", "z", to: "stops.txt"),
      "stops.txt:1 warning empty_column_name"),
    Fault(
      "semicolons for commas", good.substituting(",", ";", in: "stops.txt"),
      "stops.txt:1 error wrong_separator =stop_id;stop_name;stop_lat;stop_lon"),
    Fault(
      "a header with spaces",
      good.substituting("stop_id,stop_name", "stop_id, stop_name", in: "stops.txt"),
      "stops.txt:1 warning surrounding_spaces =stop_name"),
    Fault(
      "a column of no standard", good.adding("stop_colour", "red", to: "stops.txt"),
      "stops.txt:1 info unknown_column stop_colour"),
    Fault(
      "a header of 5,000 columns",
      good.replacing("shapes.txt", with: String(repeating: ",", count: 5_000) + "\n"),
      "shapes.txt:1 error too_many_columns"),
    Fault(
      "a row of more than 1 MiB",
      good.appending("R2,L,\(String(repeating: "x", count: 1 << 20)),3", to: "routes.txt"),
      "routes.txt:3 error record_too_long"),
    Fault(
      "an unclosed quote", good.appending("R2,L,\"a,3", to: "routes.txt"),
      "routes.txt:3 error unclosed_quote"),
    Fault(
      "text after a quote", good.appending("R2,L,\"a\"b,3", to: "routes.txt"),
      "routes.txt:3 error stray_quote"),
    Fault(
      "a row that is too short", good.appending("T,08:30:00", to: times),
      "stop_times.txt:5 error missing_cells"),
    Fault(
      "a row that is too long", good.substituting("R,L,1,3", "R,L,1,3,x", in: "routes.txt"),
      "routes.txt:2 warning extra_cells"),
    Fault(
      "a line of spaces", good.appending("  ", to: times), "stop_times.txt:5 warning blank_line"),
  ]

  private static let times = "stop_times.txt"

  private static func bytes(of file: String) -> [UInt8] { Array(good.text(of: file).utf8) }

  /// The stops with "Gèmma" for "Gamma".
  private static func latin1() -> [UInt8] {
    var bytes = bytes(of: "stops.txt")
    if let place = bytes.firstIndex(of: UInt8(ascii: "G")) { bytes[place + 1] = 0xE8 }
    return bytes
  }

  private static func utf16(_ file: String, bigEnd: Bool) -> [UInt8] {
    var result: [UInt8] = []
    for unit in [0xFEFF] + Array(good.text(of: file).utf16) {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      result += bigEnd ? [high, low] : [low, high]
    }
    return result
  }
}
