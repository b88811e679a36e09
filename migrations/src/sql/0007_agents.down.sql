DROP TABLE site_state;;
DROP TABLE stored_report;;
DROP TABLE call_record;;
DROP TABLE registration;;
DROP TABLE platform_key;;
DROP TABLE enrolment;;
DROP TABLE directory_agent;;
DROP TABLE agent;;
