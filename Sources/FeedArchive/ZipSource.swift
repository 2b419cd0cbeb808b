import CZip
public import Findings
import Foundation

/// A feed as a zip, read through libzip.
///
/// A hostile archive is refused: paths that leave the folder, the same name twice, encrypted
/// members, links, and members that inflate to more than the limits, counted while inflating.
public final class ZipSource: FeedSource {
  public let name: String
  public let members: [String]
  private let archive: ZipHandle
  private let indices: [String: UInt64]
  private let limits: ArchiveLimits

  public init(_ path: String, limits: ArchiveLimits = ArchiveLimits()) throws(Failure) {
    name = path
    self.limits = limits
    let file = try RegularFile(path, shown: path, followsLink: true)
    try ZipDirectory.check(file, limits)
    archive = try ZipSource.open(file)
    indices = try ZipSource.indices(of: archive, path, limits)
    members = indices.keys.sorted()
  }

  public func open(_ member: String) throws(Failure) -> MemberReader {
    let place = name + "/" + member
    guard let index = indices[member] else {
      throw .missingInput(path: place, reason: "is not in the zip")
    }
    let status = try checkedStatus(index, place)
    guard let file = zip_fopen_index(archive.pointer, index, 0) else {
      let reason = String(cString: zip_strerror(archive.pointer))
      throw .unusable(
        "unreadable_member", file: place, "cannot be opened: \(reason)",
        remedy: "download the feed again")
    }
    let stream = ZipStream(
      file, of: archive, place, compressedBytes: Int(clamping: status.comp_size), limits)
    return { (buffer) throws(Failure) in try stream.fill(buffer) }
  }

  /// What the zip says of a member, which must be a file, stored or deflated, in the clear.
  private func checkedStatus(_ index: UInt64, _ place: String) throws(Failure) -> zip_stat_t {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive.pointer, index, 0, &status) == 0 else {
      let reason = String(cString: zip_strerror(archive.pointer))
      throw .unusable("unreadable_member", file: place, "cannot be opened: \(reason)")
    }
    var attributes: UInt32 = 0
    zip_file_get_external_attributes(archive.pointer, index, 0, nil, &attributes)
    // The upper half is the mode of Unix.
    guard mode_t(attributes >> 16) & S_IFMT != S_IFLNK else {
      throw .unusable(
        "symlink_member", file: place, "is a link, which is not followed",
        remedy: "zip the file itself")
    }
    guard status.encryption_method == ZIP_EM_NONE else {
      throw .unusable(
        "encrypted_member", file: place, "is encrypted", remedy: "zip the feed without a password")
    }
    // Other methods may take gigabytes of memory for a few bytes of input.
    guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(status.comp_method)) else {
      throw .unusable(
        "unsupported_compression", file: place,
        "is compressed by method \(status.comp_method); only stored (0) and Deflate (8) are read",
        remedy: "zip the feed anew with Deflate")
    }
    return status
  }

  private static func indices(
    of archive: ZipHandle, _ path: String, _ limits: ArchiveLimits
  ) throws(Failure) -> [String: UInt64] {
    var indices: [String: UInt64] = [:]
    var findings: [Finding] = []
    let count = zip_get_num_entries(archive.pointer, 0)
    guard count <= limits.members else {
      throw .unusable(
        "too_many_members", file: path,
        "the zip has \(count) members; at most \(limits.members) are read")
    }
    for index in 0..<UInt64(max(0, count)) {
      let raw = zip_get_name(archive.pointer, index, zip_flags_t(ZIP_FL_ENC_GUESS))
      let member = raw.map { String(cString: $0) } ?? ""
      let fault =
        raw == nil ? "a member's name cannot be read" : MemberName.fault(member, limits)
      if let fault {
        let beginning = String(decoding: member.utf8.prefix(200), as: UTF8.self)
        findings.append(
          Finding(
            "unsafe_path", file: path, value: beginning, message: fault,
            remedy: "zip the feed anew"))
      } else if !member.hasSuffix("/"), indices.updateValue(index, forKey: member) != nil {
        findings.append(
          Finding(
            "duplicated_member", file: path, value: member,
            message: "the zip holds this file twice", remedy: "zip the feed anew"))
      }
    }
    guard findings.isEmpty else { throw .unusableData(findings) }
    return indices
  }

  private static func open(_ file: RegularFile) throws(Failure) -> ZipHandle {
    // libzip closes the descriptor only when it succeeds.
    let descriptor = dup(file.descriptor)
    var code: Int32 = 0
    guard let opened = zip_fdopen(descriptor, ZIP_CHECKCONS, &code) else {
      if descriptor >= 0 { close(descriptor) }
      throw openFailure(file, code)
    }
    return ZipHandle(opened)
  }

  private static func openFailure(_ file: RegularFile, _ code: Int32) -> Failure {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    let reason = String(cString: zip_error_strerror(&error))
    switch code {
    case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK:
      return .missingInput(path: file.path, reason: reason)
    case ZIP_ER_EXISTS:
      return .unusable(
        "duplicated_member", file: file.path, "the zip holds a file twice",
        remedy: "zip the feed anew")
    default:
      // A zip that was cut short has its first member's header and no directory at its end.
      let isZip = code != ZIP_ER_NOZIP || file.bytes(at: 0, count: 4) == [0x50, 0x4B, 3, 4]
      return .unusable(
        isZip ? "damaged_zip" : "not_a_zip", file: file.path,
        isZip ? "the zip is cut short or damaged: \(reason)" : "the file is not a zip archive",
        remedy: "download the feed again; a GTFS feed is a .zip or a folder of .txt files")
    }
  }
}
