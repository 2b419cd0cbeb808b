import COsmium
public import Findings
import StreetRouting

/// An OpenStreetMap PBF file, read through libosmium.
///
/// Two passes: ways and turn restrictions, then the nodes that they use, so that memory grows with
/// the streets and not with the file. A file that is cut short, damaged or made to exhaust memory is
/// refused: blobs of more than 32 MiB, blocks of more than a million objects or 128 MiB decoded, and
/// files that inflate to more than 50 times their size.
public final class PBFFile {
  public let path: String
  private let handle: OpaquePointer

  /// - Throws: what is wrong with the file or its header.
  public init(_ path: String) throws(Failure) {
    self.path = path
    var opened: OpaquePointer?
    let status = cosmium_open(path, &opened)
    guard let handle = opened else {
      throw .inputOutput(path: path, reason: "there is not enough memory")
    }
    guard status == COSMIUM_OK else {
      let failure = Self.failure(status, handle, path)
      cosmium_close(handle)
      throw failure
    }
    self.handle = handle
  }

  deinit {
    cosmium_close(handle)
  }

  public var bytes: Int { Int(cosmium_size(handle)) }

  /// Of the data, ISO 8601, where the header states it.
  public var timestamp: String? {
    let text = String(cString: cosmium_timestamp(handle))
    return text.isEmpty ? nil : text
  }

  /// The streets of the file.
  ///
  /// - Parameter progress: bytes read, of twice those of the file.
  public func streets(progress: @escaping (Int) -> Void = { _ in }) throws(Failure) -> BuiltStreets
  {
    let visit = Visit(progress)
    try read(visit, .streets)
    visit.builder.beginNodes()
    visit.bytesBefore = bytes
    try read(visit, .nodes)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return try visit.takeBuilder().build(source: StreetSource(name: name, timestamp: timestamp))
    } catch {
      throw .unusable(
        "too_many_streets", file: path, error.description,
        remedy: "import a smaller extract")
    }
  }

  private enum Pass { case streets, nodes }

  /// The tags that ways are wanted for.
  private static let wanted: [(StaticString, StaticString?)] = [
    ("highway", nil), ("route", "ferry"), ("route", "shuttle_train"), ("railway", "platform"),
    ("public_transport", "platform"),
  ]

  private func read(_ visit: Visit, _ pass: Pass) throws(Failure) {
    let tags = Self.wanted.map { key, value in
      cosmium_tag(key: Self.pointer(key), value: value.map(Self.pointer))
    }
    let status = tags.withUnsafeBufferPointer { tags in
      var visitor = cosmium_visitor()
      visitor.context = Unmanaged.passUnretained(visit).toOpaque()
      visitor.progress = { context, bytes in Visit.of(context)?.report(bytes) }
      switch pass {
      case .streets:
        visitor.way = { context, way in Visit.of(context)?.take(way) ?? false }
        visitor.relation = { context, relation in Visit.of(context)?.take(relation) ?? false }
        visitor.way_tags = tags.baseAddress
        visitor.way_tag_count = tags.count
      case .nodes:
        visitor.node = { context, node in Visit.of(context)?.take(node) ?? false }
      }
      return cosmium_read(handle, &visitor)
    }
    guard status == COSMIUM_OK else { throw visit.failure ?? Self.failure(status, handle, path) }
  }

  private static func pointer(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}

extension PBFFile {
  private static func failure(
    _ status: cosmium_status, _ handle: OpaquePointer, _ path: String
  ) -> Failure {
    let reason = String(cString: cosmium_error(handle))
    switch status {
    case COSMIUM_CANNOT_OPEN, COSMIUM_NOT_A_FILE:
      return .missingInput(path: path, reason: reason)
    case COSMIUM_READ_FAILED, COSMIUM_NO_MEMORY:
      return .inputOutput(path: path, reason: reason)
    case COSMIUM_EMPTY:
      return .unusable("empty_file", file: path, reason, remedy: "download the extract again")
    case COSMIUM_NOT_PBF:
      return .unusable(
        "not_a_pbf", file: path, reason,
        remedy:
          "give an extract ending in .osm.pbf; 'osmium cat FILE -o FILE.osm.pbf' converts others"
      )
    case COSMIUM_REFUSED:
      return .unusable(
        "refused_pbf", file: path, "the file has \(reason)",
        remedy: "write it anew with 'osmium cat FILE -o NEW.osm.pbf', if you trust where it is from"
      )
    default:
      return .unusable(
        "damaged_pbf", file: path, "the file is cut short or damaged: \(reason)",
        remedy: "download the extract again")
    }
  }
}
