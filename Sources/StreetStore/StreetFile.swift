public import Findings
import Foundation
public import StreetRouting
import TabularText

/// The street file: a street graph as one flat file.
///
/// A header (`FileHeader`), a table of sections, and the sections, each a row of records of one
/// size, little-endian, beginning at a multiple of 8. The checksum in the header is over all that
/// follows the header. The same graph gives the same bytes. Files are not kept from one version of
/// Antenne to the next: they are made again from the extract.
public enum StreetFile {
  /// Raised with every change of the layout or of what the import makes of tags.
  static let version: UInt32 = 1

  /// The file appears whole or not at all.
  public static func write(_ graph: StreetGraph, to path: String) throws(Failure) {
    try OutputFile.write(Data(encode(graph)), to: path)
  }

  public static func read(_ path: String) throws(Failure) -> StreetGraph {
    try decode(InputFile.bytes(path, maximumBytes: .max), path)
  }

  static func encode(_ graph: StreetGraph) throws(Failure) -> [UInt8] {
    var sections: [(SectionKind, [UInt8])] = []
    for kind in SectionKind.allCases {
      sections.append((kind, try SectionWriter.bytes(kind, graph)))
    }
    return FileHeader.file(version: version, sections)
  }

  static func decode(_ bytes: [UInt8], _ path: String) throws(Failure) -> StreetGraph {
    do {
      let sections = try FileHeader.sections(bytes, version: version)
      return try SectionReader(bytes: bytes, sections: sections).graph()
    } catch {
      switch error {
      case .notAStreetFile:
        throw .unusable(
          "not_a_street_file", file: path, "the file was not written by 'antenne streets'",
          remedy: "make it with 'antenne streets EXTRACT.osm.pbf --into \(path)'")
      case .version(let found):
        throw .unusable(
          "street_file_version", file: path,
          "the street file has version \(found); this Antenne reads version \(version)",
          remedy: "import the extract again with 'antenne streets'")
      case .damaged(let reason):
        throw .unusable(
          "damaged_street_file", file: path, "the street file is damaged: \(reason)",
          remedy: "import the extract again with 'antenne streets'")
      }
    }
  }
}

/// What is wrong with a street file.
enum StreetFileFault: Error, Equatable {
  case notAStreetFile
  case version(UInt32)
  case damaged(String)
}
