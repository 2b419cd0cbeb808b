import Foundation

/// The files of a run that are offered for download.
enum RunFiles {
  private static let types = [
    "csv": "text/csv; charset=utf-8", "json": "application/json",
    "geojson": "application/geo+json", "gpkg": "application/geopackage+sqlite3",
    "qml": "application/xml", "txt": "text/plain; charset=utf-8",
  ]

  static func isOffered(_ name: String) -> Bool {
    !name.contains("/") && DataFolder.isPlainPath(name) && type(name) != nil
  }

  static func type(_ name: String) -> String? {
    name.lastIndex(of: ".").flatMap { types[name[name.index(after: $0)...].lowercased()] }
  }

  struct File: Encodable, Sendable {
    var name: String
    var bytes: Int
  }

  static func list(_ folder: String) -> [File] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter(isOffered).compactMap { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
      return File(name: name, bytes: attributes?[.size] as? Int ?? 0)
    }
  }
}
