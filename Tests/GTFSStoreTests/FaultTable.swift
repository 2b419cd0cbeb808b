import Findings
import GTFSStore
import TestSupport
import Testing

/// A feed with one fault, and the one notice that it must bring.
struct Fault: Sendable, CustomTestStringConvertible {
  var what: String
  var files: [String: [UInt8]]
  /// As `shown` writes findings.
  var notice: String

  init(_ what: String, _ feed: FeedText, _ notice: String) {
    self.what = what
    files = feed.bytes
    self.notice = notice
  }

  /// - Parameter bytes: those of one file of an otherwise good feed.
  init(_ what: String, _ file: String, _ bytes: [UInt8], _ notice: String) {
    self.init(what, .minimal, notice)
    files[file] = bytes
  }

  var code: String { notice.split(separator: " ").dropFirst(2).first.map(String.init) ?? "" }

  var severity: Severity {
    notice.split(separator: " ").dropFirst().first.flatMap { Severity(rawValue: String($0)) }
      ?? .error
  }

  var testDescription: String { what }

  static let all: [Fault] = [
    ofFiles, ofEncodings, ofRows, ofCells, ofKeys, ofAgencies, ofCalendars, ofStops, ofTrips,
    ofLinks,
  ].flatMap { $0 }
}

extension Finding {
  /// `stops.txt:3 error invalid_number stop_lat=x ×2`; `feed` where the finding is of `f.zip`
  /// as a whole.
  var shown: String {
    var text = file == "f.zip" ? "feed" : file.replacing("f.zip/", with: "")
    if let line { text += ":\(line)" }
    text += " \(severity.rawValue) \(code)"
    if let field { text += " \(field)" }
    if let value { text += (field == nil ? " " : "") + "=\(value)" }
    return count > 1 ? text + " ×\(count)" : text
  }
}

extension FeedText {
  var bytes: [String: [UInt8]] {
    Dictionary(files.map { ($0.name, Array($0.text.utf8)) }) { _, last in last }
  }

  /// The feed with a column added to a file: its name, then a value for each row, the rest empty.
  func adding(_ column: String, _ values: String..., to name: String) -> FeedText {
    let lines = text(of: name).split(separator: "\n")
    let cells = [column] + values
    var longer = ""
    for (index, line) in lines.enumerated() {
      longer += line + "," + (index < cells.count ? cells[index] : "") + "\n"
    }
    return replacing(name, with: longer)
  }

  /// The feed with a second trip U, at other times of the same stops.
  var withTwoTrips: FeedText {
    appending("R,weekday,U", to: "trips.txt").appending(
      "U,09:00:00,09:00:00,A,1", "U,09:20:00,09:20:00,C,2", to: "stop_times.txt")
  }

  /// The feed with a shape S of two points, of which T is.
  var withShape: FeedText {
    adding("shape_id", "S", to: "trips.txt").replacing(
      "shapes.txt",
      with: """
        shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled
        S,50.80,4.30,1,0
        S,50.83,4.30,2,3.3

        """)
  }
}
