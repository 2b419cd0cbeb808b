public import Findings

/// Fills a buffer, in part or whole, and returns the count of bytes; 0 only at the end.
public typealias MemberReader = (UnsafeMutableRawBufferPointer) throws(Failure) -> Int

/// Where the files of a feed come from: a zip, a folder, or texts in memory.
///
/// What is wrong with the whole is thrown when a source is made (see `RefusedSource`); what is wrong with one member only
/// when that member is opened or read, so that the others can still be looked at.
public protocol FeedSource {
  /// The path or name used in findings.
  var name: String { get }
  /// The names of the members that are files, with `/` between folders.
  var members: [String] { get }
  /// What is wrong with the feed as a whole, so that none of its members can be read.
  var findings: [Finding] { get }
  func open(_ member: String) throws(Failure) -> MemberReader
}

extension FeedSource {
  public var findings: [Finding] { [] }
}
