import CZip
import Findings
import Foundation

/// A feed as a zip, read through libzip.
///
/// A hostile archive is refused: paths that leave the folder, the same name twice, encrypted
/// members, and members that inflate to more than the limits, counted while inflating.
final class ZipSource: FeedSource {
  let name: String
  let members: [String]
  private let archive: OpaquePointer
  private let indices: [String: UInt64]

  static let maximumMembers = 1000
  /// Per member; De Lijn's stop_times.txt has about 1.5 GB.
  static let maximumMemberBytes = 8 << 30

  init(_ path: String) throws(Failure) {
    name = path
    var code: Int32 = 0
    guard let opened = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
      throw ZipSource.openFailure(path, code)
    }
    archive = opened
    var indices: [String: UInt64] = [:]
    var findings: [Finding] = []
    let count = zip_get_num_entries(opened, 0)
    if count > ZipSource.maximumMembers {
      zip_discard(opened)
      throw .unusable(
        "too_many_members", file: path, "the zip has \(count) members; at most 1000 are read")
    }
    for index in 0..<UInt64(max(0, count)) {
      guard let raw = zip_get_name(opened, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
      let member = String(cString: raw)
      if member.hasSuffix("/") { continue }
      let parts = member.split(separator: "/", omittingEmptySubsequences: false)
      if member.hasPrefix("/") || member.contains("\\") || parts.contains("..") {
        findings.append(
          Finding(
            "unsafe_path", file: path, value: member,
            message: "a member's path leaves the archive", remedy: "zip the feed anew"))
      } else if indices.updateValue(index, forKey: member) != nil {
        findings.append(
          Finding(
            "duplicated_member", file: path, value: member,
            message: "the zip holds this file twice", remedy: "zip the feed anew"))
      }
    }
    guard findings.isEmpty else {
      zip_discard(opened)
      throw .unusableData(findings)
    }
    self.indices = indices
    members = indices.keys.sorted()
  }

  deinit {
    zip_discard(archive)
  }

  private static func openFailure(_ path: String, _ code: Int32) -> Failure {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    let reason = String(cString: zip_error_strerror(&error))
    switch code {
    case ZIP_ER_NOENT: return .missingInput(path: path, reason: "no such file")
    case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK: return .missingInput(path: path, reason: reason)
    case ZIP_ER_EXISTS:
      return .unusable(
        "duplicated_member", file: path, "the zip holds a file twice", remedy: "zip the feed anew")
    default:
      let isZip = code != ZIP_ER_NOZIP || beginsAsZip(path)
      return .unusable(
        isZip ? "damaged_zip" : "not_a_zip", file: path,
        isZip ? "the zip is cut short or damaged: \(reason)" : "the file is not a zip archive",
        remedy: "download the feed again; a GTFS feed is a .zip or a folder of .txt files")
    }
  }

  /// A zip that was cut short has its first member's header and no directory at its end.
  private static func beginsAsZip(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    return (try? handle.read(upToCount: 4)) == Data([0x50, 0x4B, 3, 4])
  }

  func open(
    _ member: String
  ) throws(Failure) -> (UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    let place = name + "/" + member
    guard let index = indices[member], let file = zip_fopen_index(archive, index, 0) else {
      let reason = String(cString: zip_strerror(archive))
      throw .unusable("unreadable_member", file: place, "cannot be opened: \(reason)")
    }
    let stream = ZipStream(file, keeping: self)
    return { (buffer) throws(Failure) in try stream.read(buffer, place) }
  }
}

/// An open member; closed with its last reference.
private final class ZipStream {
  private let file: OpaquePointer
  private let archive: ZipSource
  private var total = 0

  init(_ file: OpaquePointer, keeping archive: ZipSource) {
    self.file = file
    self.archive = archive
  }

  deinit {
    zip_fclose(file)
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer, _ place: String) throws(Failure) -> Int {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    let count = zip_fread(file, start, UInt64(buffer.count))
    guard count >= 0 else {
      throw .unusable(
        "damaged_member", file: place,
        "the data is damaged: \(String(cString: zip_file_strerror(file)))",
        remedy: "download the feed again")
    }
    total += Int(count)
    guard total <= ZipSource.maximumMemberBytes else {
      throw .unusable(
        "member_too_large", file: place,
        "inflates to more than \(ZipSource.maximumMemberBytes >> 30) GiB")
    }
    return Int(count)
  }
}
