public import Findings

/// A feed that could not be opened, so that what is wrong with it is said together with what is
/// wrong with the others.
public struct RefusedSource: FeedSource {
  public let name: String
  public let findings: [Finding]
  public var members: [String] { [] }

  public init(name: String, findings: [Finding]) {
    self.name = name
    self.findings = findings
  }

  public func open(_ member: String) throws(Failure) -> MemberReader {
    throw .unusableData(findings)
  }
}
