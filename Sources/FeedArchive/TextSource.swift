public import Findings

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

  public func open(_ member: String) throws(Failure) -> MemberReader {
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
