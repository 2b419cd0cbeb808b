import Findings

/// The names that a zip gives its members; they come from whoever made it.
enum MemberName {
  /// What is wrong with a name; `nil` where it can be used.
  static func fault(_ name: String, _ limits: ArchiveLimits) -> String? {
    if name.utf8.count > limits.nameBytes {
      return "a member's name is longer than \(limits.nameBytes) bytes"
    }
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "a member's name has control characters"
    }
    let bytes = Array(name.utf8.prefix(2))
    let hasDrive = bytes.count == 2 && bytes[1] == UInt8(ascii: ":")
    // By bytes: a letter with an accent over a slash is no less a slash.
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let leaves =
      hasDrive || bytes.first == UInt8(ascii: "/") || name.utf8.contains(UInt8(ascii: "\\"))
      || parts.contains { $0.elementsEqual("..".utf8) }
    return leaves ? "a member's path leaves the archive" : nil
  }
}
