"""What several panels are made of: controls, fields made from settings, pictures. Parts know no panel."""
