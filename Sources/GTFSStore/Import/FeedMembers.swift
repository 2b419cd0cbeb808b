import FeedArchive
import Findings
import GTFSSchedule

/// Which member of a feed is which file of the reference.
struct FeedMembers {
  /// The member of each file, by the file's name.
  private(set) var members: [String: String] = [:]

  init(_ source: any FeedSource, repairs: Bool, _ log: inout FindingLog) {
    let known = Set(GTFSSchedule.files.map(\.name))
    // A copy in a folder, or of another case, does not stand in for a file in its right place.
    let ranked = source.members.filter { !$0.hasPrefix("__MACOSX/") }.sorted {
      (rank($0, known), $0) < (rank($1, known), $1)
    }
    for member in ranked {
      let last = member.split(separator: "/").last.map(String.init) ?? member
      let name = known.contains(last) ? last : last.lowercased()
      if let other = members[name], other != name, rank(other, known) == rank(member, known) {
        log.add(
          Rule.duplicatedMember.finding(
            file: source.name, value: member,
            "\(other) and \(member) both stand for \(name); which of them counts nobody can tell"))
        continue
      }
      guard known.contains(name), members[name] == nil else {
        log.add(
          Rule.unknownFile.finding(
            file: source.name, field: member, "\(member) is not a file of GTFS and is not read"))
        continue
      }
      members[name] = member
      if last != name {
        log.add(
          Rule.fileNameCase.finding(
            file: source.name, value: member, "the file's name is \(name)", mended: repairs))
      }
      if member != last {
        log.add(Rule.nestedFolder.finding(file: source.name, value: member, mended: repairs))
      }
    }
  }

  subscript(file: GTFSFile) -> String? { members[file.name] }

  /// Files in their place first, then those of another case, then those in folders.
  private func rank(_ member: String, _ known: Set<String>) -> Int {
    let depth = member.utf8.count { $0 == UInt8(ascii: "/") }
    let last = member.split(separator: "/").last.map(String.init) ?? member
    return 2 * depth + (known.contains(last) ? 0 : 1)
  }
}
