/// What a street is called: its numbers, then its name (`E40 A3`, `R0 Ring`, `Rue de la Loi`).
///
/// European numbers come first (`int_ref`), for signs show them; a number that stands in both tags
/// is written once, without spaces inside (`E 40` is `E40`).
///
/// Source: OpenStreetMap wiki, `Key:name`, `Key:ref`, `Key:int_ref`, `WikiProject
/// Belgium/Conventions/Highways`.
enum NameRule {
  static func name(_ tags: OSMTags) -> String {
    var numbers: [String] = []
    for text in [tags["int_ref"], tags["ref"]].compactMap({ $0 }) {
      for part in text.split(separator: ";") {
        let number = part.filter { $0 != " " }
        if !number.isEmpty, !numbers.contains(number) { numbers.append(number) }
      }
    }
    let name = tags["name"] ?? ""
    let joined = numbers.joined(separator: ";")
    if joined.isEmpty || name.isEmpty { return joined + name }
    return numbers == [name] ? name : joined + " " + name
  }
}
