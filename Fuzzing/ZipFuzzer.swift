import FeedArchive
import Findings
import Foundation

/// Limits that a zip of a few kilobytes reaches.
private let limits: ArchiveLimits = {
  var limits = ArchiveLimits()
  limits.members = 16
  limits.nameBytes = 64
  limits.directoryBytes = 4096
  limits.memberBytes = 12 << 10
  limits.archiveBytes = 20 << 10
  limits.ratio = 20
  limits.ratioFreeBytes = 4 << 10
  return limits
}()

/// A file without a name, for a zip is opened by its path and read where libzip likes.
private let scratch: Int32 = {
  var path = Array((NSTemporaryDirectory() + "antenne-fuzz-XXXXXX").utf8CString)
  let descriptor = mkstemp(&path)
  require(descriptor >= 0, "a temporary file")
  unlink(&path)
  return descriptor
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzZip(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  require(ftruncate(scratch, 0) == 0 && pwrite(scratch, start, size, 0) == size, "a write")
  guard let zip = attempt({ () throws(Failure) in try open() }) else { return 0 }
  require(zip.members.count <= limits.members, "\(zip.members.count) members")
  var total = 0
  var contents: [String: [UInt8]] = [:]
  for member in zip.members {
    checkName(member)
    var bytes: [UInt8] = []
    let isWhole: Void? = attempt { () throws(Failure) in
      let read = try zip.open(member)
      while let piece = try next(1000, read) { bytes += piece }
    }
    require(bytes.count <= limits.memberBytes, "\(bytes.count) bytes of a member")
    require(
      bytes.count <= max(limits.ratioFreeBytes, limits.ratio * size), "a member of \(bytes.count)")
    total += bytes.count
    if isWhole != nil { contents[member] = bytes }
  }
  require(total <= limits.archiveBytes, "\(total) bytes of an archive")
  if contents.count == zip.members.count { checkInterleaved(contents) }
  keep(total)
  return 0
}

private func open() throws(Failure) -> ZipSource {
  try ZipSource("/dev/fd/\(scratch)", limits: limits)
}

/// The value, or `nil` where the input is refused with something to say.
private func attempt<Value>(_ body: () throws(Failure) -> Value) -> Value? {
  do {
    return try body()
  } catch {
    if case .defect = error { require(false, "\(error)") }
    require(!error.description.isEmpty, "a refusal with a reason")
    keep(error.description.utf8.count)
    return nil
  }
}

private func next(_ count: Int, _ read: MemberReader) throws(Failure) -> [UInt8]? {
  var piece = [UInt8](repeating: 0, count: count)
  var result = Result<Int, Failure>.success(0)
  piece.withUnsafeMutableBytes { buffer in
    do throws(Failure) { result = .success(try read(buffer)) } catch { result = .failure(error) }
  }
  let filled = try result.get()
  require((0...count).contains(filled), "\(filled) bytes in a buffer of \(count)")
  return filled == 0 ? nil : Array(piece.prefix(filled))
}

private func checkName(_ name: String) {
  require(name.utf8.count <= limits.nameBytes, "a name of \(name.utf8.count) bytes")
  let parts = name.split(separator: "/", omittingEmptySubsequences: false)
  require(!name.hasPrefix("/") && !parts.contains(".."), "the path \(name)")
  require(name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x5C && $0 != 0x7F }, "the name \(name)")
}

/// Members read in turn, in small pieces, are what they were one after the other.
private func checkInterleaved(_ contents: [String: [UInt8]]) {
  guard contents.count <= 4 else { return }
  attempt { () throws(Failure) in
    let zip = try open()
    var readers: [(name: String, read: MemberReader)] = []
    for name in contents.keys { readers.append((name, try zip.open(name))) }
    var bytes: [String: [UInt8]] = contents.mapValues { _ in [] }
    while !readers.isEmpty {
      for (index, reader) in readers.enumerated().reversed() {
        if let piece = try next(37 + index, reader.read) {
          bytes[reader.name, default: []] += piece
        } else {
          readers.remove(at: index)
        }
      }
    }
    require(bytes == contents, "members read in turn differ")
  }
}
