import Findings
import Foundation
import TabularText

/// Turns the features of `locations.geojson` into records, so that they are read like the rows of
/// any other file.
enum LocationsReader {
  /// Parsed JSON takes up to eighty times its text; a hostile file is refused, not held.
  static let maximumBytes = 8 << 20

  /// A scanner of records with the columns of `GTFSSchedule.locations`.
  static func scanner(
    _ place: String, _ read: RecordScanner.Reader
  ) throws(Failure) -> RecordScanner {
    let features = try features(place, bytes(place, read))
    var text = "location_id,stop_name,stop_desc,geometry\n"
    for feature in features {
      let properties = feature["properties"] as? [String: Any] ?? [:]
      let cells = [
        string(feature["id"]), string(properties["stop_name"]), string(properties["stop_desc"]),
        geometry(feature["geometry"]),
      ]
      text += cells.map(quoted).joined(separator: ",") + "\n"
    }
    let bytes = Array(text.utf8)
    var limits = RecordScanner.Limits()
    limits.recordBytes = max(4, bytes.count + 1)
    var offset = 0
    return try RecordScanner(file: place, limits: limits) { buffer in
      let count = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<(offset + count)]))
      }
      offset += count
      return count
    }
  }

  private static func bytes(
    _ place: String, _ read: RecordScanner.Reader
  ) throws(Failure) -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var result: Result<Int, Failure> = .success(0)
      buffer.withUnsafeMutableBytes { bytes in
        do throws(Failure) { result = .success(try read(bytes)) } catch { result = .failure(error) }
      }
      let count = try result.get()
      if count == 0 { return data }
      data.append(contentsOf: buffer[..<count])
      guard data.count <= maximumBytes else {
        throw .unusable(
          "file_too_large", file: place, "is larger than \(maximumBytes >> 20) MiB",
          remedy: "simplify the polygons")
      }
    }
  }

  private static func features(_ place: String, _ data: Data) throws(Failure) -> [[String: Any]] {
    let parsed = try? JSONSerialization.jsonObject(with: data)
    guard let collection = parsed as? [String: Any],
      let features = collection["features"] as? [[String: Any]]
    else {
      throw Failure.unusableData([Rule.invalidGeoJSON.finding(file: place)])
    }
    return features
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "" : "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private static func string(_ value: Any?) -> String {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    default: ""
    }
  }

  private static func geometry(_ value: Any?) -> String {
    guard let value = value as? [String: Any],
      let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
    else { return "" }
    return String(decoding: data, as: UTF8.self)
  }
}
