import Foundation
import TestSupport

/// A run's folder as text: two homes in one municipality, an office and two sites.
///
/// Home `h1` (30 people) saves 10 minutes by site `s1`, `h2` (10 people) 2 minutes by `s2`; both
/// take 40 minutes to the office.
enum StoredRun {
  static let hostile = "<script>alert(1)</script>"

  static func json(name: String = "Test", siteName: String = "Near", minutes: Int = 10) -> String {
    """
    {"format": 1, "version": "0.1.0",
     "scenario": {"file": "s.yaml", "name": "\(name)", "description": "", "date": "2019-10-29",
       "arrivalWindow": "08:00-09:30", "departureWindow": "16:30-18:30", "demand": "40 people",
       "parameters": [{"name": "p", "value": "1", "unit": "", "source": "assumption"}]},
     "feeds": [{"name": "f", "source": "f.zip", "operators": ["O"], "isModel": true}],
     "notes": [{"code": "c", "severity": "warning", "file": "s.yaml", "message": "m", "count": 1,
       "further": []}],
     "totals": {"people": 40, "peopleByOutcome": {"gains": 40}, "hoursSavedPerDay": 11,
       "hoursSavedPerYear": 484, "hoursLostPerDay": 0, "peopleSavingOver15Minutes": 0,
       "peopleSavingOver30Minutes": 0},
     "origins": [\(origin("h1", 30, "s1", minutes)), \(origin("h2", 10, "s2", 2))],
     "sites": [\(site("s1", siteName)), \(site("s2", "Far"))],
     "municipalities": [{"nis": "21001", "name": "\(hostile)", "people": 40, "peopleGaining": 40,
       "peopleLosing": 0, "peopleNotCompared": 0, "central": \(commute(2400)),
       "best": \(commute(1920)), "savedSecondsOneWay": 480, "hoursSavedPerDay": 11,
       "hoursSavedPerYear": 484, "topSite": "s1"}],
     "offices": [{"id": "o", "name": "Office", "share": 1,
       "coordinate": {"latitude": 50.85, "longitude": 4.35}}],
     "savings": [{"fromMinutes": 0, "toMinutes": 5, "people": 10}],
     "itineraries": [
       {"title": "h1 – Near, by 09:00", "direction": "morning", "itinerary": {
         "departureSeconds": 30600, "arrivalSeconds": 32400, "rideCount": 0,
         "legs": [{"mode": "walk", "from": "h1", "to": "\(siteName)", "departureSeconds": 30600,
           "arrivalSeconds": 32400}]}}],
     "boundaries": []}
    """
  }

  private static func origin(_ id: String, _ people: Int, _ site: String, _ saved: Int) -> String {
    """
    {"id": "\(id)", "name": "\(id)", "municipality": "21001", "municipalityName": "\(hostile)",
     "coordinate": {"latitude": 50.8, "longitude": 4.3}, "people": \(people), "office": "o",
     "central": \(commute(2400)), "bestSite": "\(site)", "best": \(commute(2400 - saved * 60)),
     "savedSecondsOneWay": \(saved * 60), "outcome": "gains"}
    """
  }

  private static func site(_ id: String, _ name: String) -> String {
    """
    {"id": "\(id)", "name": "\(name)", "operatorName": "", "status": "existing", "zone": "",
     "municipality": "", "coordinate": {"latitude": 50.81, "longitude": 4.31},
     "peopleChoosing": 20, "hoursSavedPerDay": 5, "hoursSavedPerYear": 220,
     "peopleGainingAlone": 20, "hoursSavedPerDayAlone": 5, "hoursSavedPerYearAlone": 220,
     "peopleWithin15": 0, "peopleWithin30": 20, "peopleWithin45": 40,
     "commute": \(commute(1800))}
    """
  }

  private static func commute(_ seconds: Int) -> String {
    let times = "{\"p10\": \(seconds), \"p50\": \(seconds), \"p90\": \(seconds)}"
    return "{\"morning\": \(times), \"evening\": \(times), \"oneWay\": \(seconds)}"
  }
}
