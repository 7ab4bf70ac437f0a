process.env['FORDELA_TEST_DATABASE'] = 'embedded';
