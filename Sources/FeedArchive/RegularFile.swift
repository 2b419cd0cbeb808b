import Findings
import Foundation

/// A regular file, open for reading until the last reference goes.
///
/// Pipes, devices and sockets are refused before they are opened, as opening one can wait for ever
/// or set a device going.
final class RegularFile {
  let path: String
  let descriptor: Int32

  /// - Parameter shown: the path for messages.
  init(_ path: String, shown: String, followsLink: Bool) throws(Failure) {
    self.path = shown
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .missingInput(path: shown, reason: String(cString: strerror(errno)))
    }
    try RegularFile.requireRegular(status, shown)
    // Without waiting: the file may have become a pipe since.
    let link = followsLink ? 0 : O_NOFOLLOW
    descriptor = Foundation.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | link)
    guard descriptor >= 0 else {
      throw .missingInput(
        path: shown, reason: "cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard fstat(descriptor, &status) == 0 else {
      throw .inputOutput(path: shown, reason: String(cString: strerror(errno)))
    }
    try RegularFile.requireRegular(status, shown)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private static func requireRegular(_ status: stat, _ shown: String) throws(Failure) {
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unusable(
        "special_file", file: shown, "is a folder, pipe, device or socket, not a file",
        remedy: "save it as a file first")
    }
  }

  /// The size in bytes.
  func size() throws(Failure) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .inputOutput(path: path, reason: String(cString: strerror(errno)))
    }
    return Int(status.st_size)
  }

  /// Reads on from where the last call ended.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw .inputOutput(
          path: path, reason: "cannot be read: \(String(cString: strerror(errno)))")
      }
    }
  }

  /// The bytes from an offset on, fewer than `count` at the end of the file; none where it cannot
  /// be read.
  func bytes(at offset: Int, count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let part = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      }
      if part < 0, errno == EINTR { continue }
      guard part > 0 else { break }
      filled += part
    }
    return Array(bytes.prefix(filled))
  }
}
