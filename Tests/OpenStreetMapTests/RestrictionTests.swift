import OpenStreetMap
import StreetRouting
import TestSupport
import Testing

@Suite("turn restrictions")
struct RestrictionTests {
  private static let cross = """
      N
      |
    W-x-E
      |
      S

    Nx: highway=residential
    Sx: highway=residential
    Wx: highway=residential
    xE: highway=residential

    """

  /// Forbidden paths as `Sx.xW BC`, sorted.
  private func forbidden(_ text: String) throws -> (paths: [String], StreetSummary.Restrictions) {
    let map = try StreetMap(text)
    let built = try map.build()
    let marks = text.filter(\.isLetter)
    func mark(_ node: Int) -> String {
      marks.first { map.node($0, in: built.graph) == node }.map(String.init) ?? "?"
    }
    let paths = built.graph.forbiddenPaths.map { path in
      path.links.map { mark(built.graph.tail(of: $0)) + mark(built.graph.head(of: $0)) }
        .joined(separator: ".") + " " + letters(path.rights)
    }
    return (paths.sorted(), built.summary.restrictions)
  }

  private func letters(_ rights: StreetRights) -> String {
    [(StreetRight.foot, "F"), (.bicycle, "B"), (.car, "C")].filter { rights.contains($0.0) }
      .map(\.1).joined()
  }

  @Test("no_… forbids one way on")
  func forbidding() throws {
    let turn = "turn Sx x Wx: restriction=no_left_turn"
    #expect(try forbidden(Self.cross + turn).paths == ["Sx.xW BC"])
  }

  @Test("only_… forbids all others, turning round too")
  func only() throws {
    let turn = "turn Sx x Nx: restriction=only_straight_on"
    #expect(
      try forbidden(Self.cross + turn).paths == ["Sx.xE BC", "Sx.xS BC", "Sx.xW BC"])
  }

  @Test(
    "whom a restriction binds",
    arguments: [
      ("restriction=no_left_turn, except=bicycle", ["Sx.xW C"]),
      ("restriction=no_left_turn, except=psv; bicycle", ["Sx.xW C"]),
      ("restriction=no_left_turn, except=motorcar", ["Sx.xW B"]),
      ("restriction:motorcar=no_left_turn", ["Sx.xW C"]),
      ("restriction:bicycle=no_left_turn", ["Sx.xW B"]),
      ("restriction:foot=no_left_turn", ["Sx.xW F"]),
      (
        "restriction=no_left_turn, restriction:bicycle=only_left_turn",
        ["Sx.xE B", "Sx.xN B", "Sx.xS B", "Sx.xW C"]
      ),
      ("restriction:hgv=no_left_turn", []),
      ("restriction:conditional=no_left_turn @ (07:00-09:00)", []),
      ("restriction=no_left_turn, day_on=Monday", []),
    ])
  func vehicles(tags: String, expected: [String]) throws {
    let result = try forbidden(Self.cross + "turn Sx x Wx: \(tags)")
    #expect(result.paths == expected)
    #expect(result.1.ignored == (expected.isEmpty ? 1 : 0))
  }

  @Test("no_u_turn within one way")
  func turningRound() throws {
    let turn = "turn Sx x Sx: restriction=no_u_turn"
    #expect(try forbidden(Self.cross + turn).paths == ["Sx.xS BC"])
  }

  @Test("the piece that touches via is meant")
  func pieces() throws {
    let map = """
      a-b-c-d
        | |
        e f

      abc: highway=residential
      cd: highway=residential
      be: highway=residential
      cf: highway=residential
      turn abc c cf: restriction=no_right_turn
      """
    #expect(try forbidden(map).paths == ["bc.cf BC"])
  }

  @Test("via ways are gone through whole, whatever their order")
  func viaWays() throws {
    let map = """
      a-b-c
        |
        d
        |
      g-e-f

      ab: highway=residential
      bc: highway=residential
      bd: highway=residential
      de: highway=residential
      ef: highway=residential
      eg: highway=residential

      """
    let turn = "restriction=no_u_turn"
    #expect(try forbidden(map + "turn ab bd+de eg: \(turn)").paths == ["ab.bd.de.eg BC"])
    #expect(try forbidden(map + "turn ab de+bd eg: \(turn)").paths == ["ab.bd.de.eg BC"])
    #expect(
      try forbidden(map + "turn ab bd+de eg: restriction=only_right_turn").paths
        == ["ab.bd.de.ed BC", "ab.bd.de.ef BC"])
  }

  /// On each of 20 parallel ways one may go to any of 25 other nodes: whoever tries all 25^20 does
  /// not end.
  @Test(
    "via ways that run side by side are each looked at once, those that come twice not at all",
    arguments: [true, false])
  func parallelVias(isSameWay: Bool) throws {
    let map = try StreetMap(
      """
      abcdefghijklmnopqrstuvwxyz
      A  BC

      Aa: highway=residential
      BC: highway=residential
      """)
    var data = map.data
    let row = data.nodes.map(\.id).filter { $0 >= 97 }
    let ids = (0..<20).map { Int64(isSameWay ? 100 : 100 + $0) }
    for id in Set(ids).sorted() {
      data.ways.append(OSMWay(id: id, nodes: row, tags: ["highway": "residential"]))
    }
    let vias = ids.map { OSMRestriction.Member(.way, $0, role: "via") }
    data.restrictions = [
      OSMRestriction(
        id: 1,
        members: [OSMRestriction.Member(.way, 1, role: "from")] + vias
          + [OSMRestriction.Member(.way, 2, role: "to")],
        tags: ["restriction": "no_left_turn"])
    ]
    let built = try StreetGraphBuilder.build(data, source: StreetSource(name: "map"))
    #expect(built.summary.restrictions.broken == 1)
    #expect(built.graph.forbiddenPaths == [])
  }

  @Test("of the ways through the one that changes over to the next way first is meant")
  func nearestChange() throws {
    // From a along abcd one is on bcd at once, at b; along that to d: ab, bc and cd.
    let map = """
      x-a-b-c-d-y

      xa: highway=residential
      abcd: highway=residential
      bcd: highway=residential
      dy: highway=residential
      turn xa abcd+bcd dy: restriction=no_straight_on
      """
    #expect(try forbidden(map).paths == ["xa.ab.bc.cd.dy BC"])
  }

  @Test("a path that is closed anyway is left out")
  func closed() throws {
    let map = Self.cross + "turn Sx x Wx: restriction=no_left_turn\n"
    let closed = map.replacingOccurrences(
      "Wx: highway=residential", "Wx: highway=residential, oneway=yes")
    #expect(try forbidden(closed).paths == [])
    #expect(try forbidden(closed).1.applied == 1)
  }

  @Test("broken restrictions and those that leave the extract are counted")
  func broken() throws {
    let cases: [(String, Int, Int)] = [
      ("turn Sx W Wx: restriction=no_left_turn", 1, 0),
      ("turn Sx x Wx: restriction=turn_left", 1, 0),
      ("turn Sx x Wx: type=restriction", 1, 0),
      ("turn Sx x ZZ: restriction=no_left_turn", 0, 1),
      ("turn Sx q Wx: restriction=no_left_turn", 0, 1),
    ]
    for (turn, broken, outside) in cases {
      let result = try forbidden(Self.cross + turn)
      #expect(result.paths == [], "\(turn)")
      #expect(result.1.broken == broken && result.1.outside == outside, "\(turn)")
    }
  }
}

extension String {
  fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
    replacing(old, with: new)
  }
}
