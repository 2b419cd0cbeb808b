import CZip
import Findings

/// A zip opened by libzip; closed with its last reference.
final class ZipHandle {
  let pointer: OpaquePointer
  /// What all streams have inflated to so far, in bytes.
  var inflatedBytes = 0

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit {
    zip_discard(pointer)
  }
}

/// An open member; closed with its last reference, before its archive.
final class ZipStream {
  private let file: OpaquePointer
  private let archive: ZipHandle
  private let place: String
  private let compressedBytes: Int
  private let limits: ArchiveLimits
  private var total = 0

  /// - Parameter place: the archive and the member, for messages.
  init(
    _ file: OpaquePointer, of archive: ZipHandle, _ place: String, compressedBytes: Int,
    _ limits: ArchiveLimits
  ) {
    self.file = file
    self.archive = archive
    self.place = place
    self.compressedBytes = compressedBytes
    self.limits = limits
  }

  deinit {
    zip_fclose(file)
  }

  /// Reads on, or throws before more than the limits is handed out. What the zip says of its own
  /// sizes is not relied on.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    let count = zip_fread(file, start, UInt64(buffer.count))
    guard count >= 0 else {
      throw .unusable(
        "damaged_member", file: place,
        "the data is damaged: \(String(cString: zip_file_strerror(file)))",
        remedy: "download the feed again")
    }
    total += Int(count)
    archive.inflatedBytes += Int(count)
    try checkLimits()
    return Int(count)
  }

  private func checkLimits() throws(Failure) {
    guard total <= limits.memberBytes else {
      throw .unusable(
        "member_too_large", file: place, "inflates to more than \(limits.memberBytes) bytes")
    }
    guard archive.inflatedBytes <= limits.archiveBytes else {
      throw .unusable(
        "archive_too_large", file: place,
        "with this member the zip inflates to more than \(limits.archiveBytes) bytes")
    }
    let (most, overflows) = compressedBytes.multipliedReportingOverflow(by: limits.ratio)
    guard total <= limits.ratioFreeBytes || overflows || total <= most else {
      throw .unusable(
        "zip_bomb", file: place,
        "inflates to more than \(limits.ratio) times its \(compressedBytes) compressed bytes",
        remedy: "zip the feed's own files anew")
    }
  }
}
