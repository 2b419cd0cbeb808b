public import Findings
import Foundation
import TabularText

/// Where the files of a feed come from: a zip, a folder, or texts in memory.
public protocol FeedSource {
  /// The path or name used in findings.
  var name: String { get }
  /// The names of the members that are files, with `/` between folders.
  var members: [String] { get }
  /// A reader of one member: it fills a buffer and returns the count of bytes, 0 at the end.
  func open(_ member: String) throws(Failure) -> (UnsafeMutableRawBufferPointer) throws(Failure) ->
    Int
}

/// Opens a path as a zip or a folder.
public enum FeedPath {
  public static func open(_ path: String) throws(Failure) -> any FeedSource {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingInput(path: path, reason: "no such file or folder")
    }
    return isFolder.boolValue ? try FolderSource(path) : try ZipSource(path)
  }
}

/// A feed as texts, for the model network and for tests.
public struct TextSource: FeedSource {
  public let name: String
  private let texts: [String: [UInt8]]

  public init(name: String, files: [(name: String, text: String)]) {
    self.name = name
    texts = Dictionary(files.map { ($0.name, Array($0.text.utf8)) }) { _, last in last }
  }

  public init(name: String, bytes: [String: [UInt8]]) {
    self.name = name
    texts = bytes
  }

  public var members: [String] { texts.keys.sorted() }

  public func open(
    _ member: String
  ) throws(Failure) -> (UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    let bytes = texts[member] ?? []
    var offset = 0
    return { buffer in
      let count = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<(offset + count)]))
      }
      offset += count
      return count
    }
  }
}

/// A feed as a folder of files; folders inside it are not entered.
struct FolderSource: FeedSource {
  let name: String
  let members: [String]

  init(_ path: String) throws(Failure) {
    name = path
    do {
      members = try FileManager.default.contentsOfDirectory(atPath: path).filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path + "/" + $0, isDirectory: &isFolder)
          && !isFolder.boolValue
      }.sorted()
    } catch {
      throw .missingInput(path: path, reason: "cannot be listed: \(error.localizedDescription)")
    }
  }

  func open(
    _ member: String
  ) throws(Failure) -> (UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    let path = name + "/" + member
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .missingInput(path: path, reason: "cannot be opened")
    }
    return { (buffer) throws(Failure) in
      do {
        let data = try handle.read(upToCount: buffer.count) ?? Data()
        data.withUnsafeBytes { buffer.copyMemory(from: $0) }
        return data.count
      } catch {
        throw .inputOutput(path: path, reason: "cannot be read: \(error.localizedDescription)")
      }
    }
  }
}
